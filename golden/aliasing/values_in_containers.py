# Objects that nothing changes: a copy cannot be told from the object, but for what it holds.
from dataclasses import dataclass, field, replace


@dataclass
class Edge:
    u: int
    v: int
    w: float


@dataclass(frozen=True)
class Tag:
    name: str
    marks: list = field(default_factory=list)


@dataclass(frozen=True, order=True)
class Card:
    rank: int
    suit: str


@dataclass
class Pair:
    left: Card
    right: Card


edges = [Edge(1, 2, 0.5), Edge(2, 3, float("nan"))]
more = edges
more.append(edges[0])
print(edges[1] in edges, edges.index(edges[1]), edges[0] == edges[2], edges.count(edges[0]))
print(Edge(1, 2, 0.5) in edges, Edge(9, 9, 9.0) in edges, len(edges))
a = Tag("a")
b = a
b.marks.append("seen")
tags = [a, b, Tag("a")]
tags[0].marks.append("twice")
print(a.marks, tags[1].marks, tags[2].marks, a == b, a == tags[2])
cards = {Card(2, "h"): [1], Card(1, "s"): [2]}
cards[Card(2, "h")].append(3)
print(cards, min(cards), sorted(cards, reverse=True))
pair = Pair(*sorted(cards))
other = replace(pair, left=Card(9, "d"))
print(pair, other, pair == Pair(Card(1, "s"), Card(2, "h")), {pair.left, other.right})
print(max(edges[:1], key=lambda e: e.w), [e.u for e in edges if e.w == e.w])
