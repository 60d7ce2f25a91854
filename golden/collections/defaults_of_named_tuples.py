# Defaults that a named tuple is given after it was made, as before Python 3.7.
from collections import namedtuple
T = namedtuple("T", "a b c")
T.__new__.__defaults__ = (None,) * len(T._fields)
print(T(), T(1), T(1, c=3))
Node = namedtuple("Node", ["val", "left", "right"])
Node.__new__.__defaults__ = (None, None)
print(Node(1), Node(1, Node(2)))
Pair = namedtuple("Pair", "first second", defaults=(0,) * 2)
print(Pair(), Pair(1), Pair(second=2))
