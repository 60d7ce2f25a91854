# Objects in cycles are freed while the program makes more of them; those that a variable leads to stay what they are.
from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field


class Node:
    def __init__(self, name):
        self.name = name
        self.next = None
        self.kids = []
        self.named = {}


@dataclass
class Folder:
    name: str
    parent: Folder | None = None
    entries: dict[str, Folder | File] = field(default_factory=dict)

    def path(self) -> str:
        return self.name if self.parent is None else f"{self.parent.path()}/{self.name}"


@dataclass
class File:
    name: str
    folder: Folder
    sizes: list[int]


class Graph:
    def __init__(self):
        self.edges = {}
        self.seen = set()
        self.queue = deque()
        self.last = ()

    def join(self, other, weight):
        self.edges[other] = weight
        other.edges[self] = weight
        self.seen.add(other)
        other.queue.append((self, weight))
        other.last = (self, other)


def through_attributes(i):
    a, b = Node(f"a{i}"), Node(f"b{i}")
    a.next, b.next = b, a
    return a if i % 5_000 == 0 else None


def through_containers(i):
    a, b = Node(f"c{i}"), Node(f"d{i}")
    a.kids.append(b)
    b.named["back"] = a
    # The list alone is kept, and all that it leads to.
    return a.kids if i % 5_000 == 0 else None


def through_a_union(i):
    root = Folder("root")
    inner = Folder(f"inner{i}", root)
    root.entries["inner"] = inner
    inner.entries["file"] = File("file", inner, [i, i + 1])
    return inner if i % 5_000 == 0 else None


def through_sets(i):
    a, b = Graph(), Graph()
    a.join(b, i)
    return b if i % 5_000 == 0 else None


nodes = [node for i in range(15_000) if (node := through_attributes(i)) is not None]
lists = [kids for i in range(15_000) if (kids := through_containers(i)) is not None]
folders = [folder for i in range(15_000) if (folder := through_a_union(i)) is not None]
graphs = [graph for i in range(15_000) if (graph := through_sets(i)) is not None]

print([(node.name, node.next.name, node.next.next is node) for node in nodes])
print([(kids[0].name, kids[0].named["back"].name, kids[0].named["back"].kids is kids) for kids in lists])
for folder in folders:
    file = folder.entries["file"]
    print(folder.path(), file.folder is folder, file.sizes, list(folder.parent.entries))
for graph in graphs:
    (other, weight), = graph.queue
    print(weight, graph.edges[other], other.edges[graph], graph in other.seen, graph.last[1] is graph, len(other.queue))

# A ring that is cut open is freed one by one.
ring = [Node(str(i)) for i in range(5)]
for one, following in zip(ring, ring[1:] + ring[:1]):
    one.next = following
first = ring[0]
ring.clear()
print(first.next.next.next.next.next is first)
first.next.next = None
print(first.next.name, first.next.next)
