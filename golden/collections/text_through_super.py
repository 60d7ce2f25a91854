# The `__repr__` of a named tuple, asked by a class derived from it, names the derived class; its `__str__` is that text.
from collections import namedtuple
from typing import NamedTuple, Optional


class Node(NamedTuple):
    name: str
    left: Optional[int] = None


class Shown(Node):
    def __repr__(self):
        return f"<{super().__repr__()}>"


class Loud(namedtuple("Loud", "x y")):
    __slots__ = ()

    def __str__(self):
        return super().__str__().upper()


node = Shown("a", 3)
print(node, [node], f"{node!r}", Node("b"))
print(Loud(1, "b"), repr(Loud(1, [2.0])))
