# typing.NamedTuple takes the fields from annotations; a class may derive from a named tuple and add methods.
from collections import namedtuple
from typing import NamedTuple, Optional


class Employee(NamedTuple):
    """An employee."""
    name: str
    id: int = 3
    boss: Optional[str] = None

    @property
    def tag(self):
        return f"{self.name}#{self.id}"

    def greet(self, other):
        return f"{self.name} greets {other.name}"


e = Employee("Ann")
f = Employee("Bob", 7, "Ann")
print(e, f, e.tag, e.greet(f), e._replace(id=9), f.boss)
name, id_, _ = f
print(name, id_)


class Vec(namedtuple("Vec", "x y")):
    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def __repr__(self):
        return f"<{self.x}, {self.y}>"

    @classmethod
    def zero(cls):
        return cls(0, 0)

    def norm(self):
        return abs(self.x) + abs(self.y)


v = Vec(1, 2) + Vec(3, -4)
print(v, v.norm(), Vec.zero(), v[1])

people = [Employee("Z", 1), Employee("A", 2), Employee("M", 0)]
print(sorted(people, key=lambda e: e.name)[0].name, min(people, key=lambda e: e.id), max(people)[0])


class Node(NamedTuple):
    value: int
    left: "Node" = None
    right: "Node" = None


def total(node):
    return 0 if node is None else node.value + total(node.left) + total(node.right)


print(total(Node(1, Node(2), Node(3, Node(4)))), Node(1, Node(2)))
