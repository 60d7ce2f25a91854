# Dataclasses whose objects hold themselves: an object is equal to itself, and shows itself inside of itself as `...`.
from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Node:
    data: int
    previous: Node | None = None
    next: Node | None = None


@dataclass
class Folder:
    name: str
    entries: list[Folder] = field(default_factory=list)
    parent: Folder | None = None


@dataclass
class Team:
    name: str
    lead: Person | None = None


@dataclass
class Person:
    name: str
    team: Team


# The tuples of the fields are compared, which ask for identity first.
first = Node(1)
second = Node(2, first)
first.next = second
print(first == first, first == second, second == first.next)
print(Node(1, None, second) == first, [first] == [first])
print(first)
print(f"{second}")

# Through a list.
root = Folder("/")
root.entries.append(Folder("home", [], root))
print(root)
print(root == root, root.entries[0] == root)

# Through another class.
team = Team("compilers")
team.lead = Person("Ada", team)
print(team)
print(team.lead)
print(team.lead == team.lead, team == Team("compilers", team.lead))


# Nothing assigns what these hold: none holds itself.
@dataclass
class Leaf:
    value: int


@dataclass
class Add:
    left: Add | Leaf
    right: Add | Leaf


print(Add(Leaf(1), Add(Leaf(2), Leaf(3))) == Add(Leaf(1), Add(Leaf(2), Leaf(3))))
