# A named tuple is called what its first argument says, whatever it is bound to.

import collections
from collections import namedtuple
Base = namedtuple('Result', ['foo', 'bar'])
class Result(Base):
    def total(self):
        return self.foo + self.bar
r = Result(1, 2)
print(r, r.total(), r.foo, Base(3, 4), Base, Base.__name__, type(Base(1, 2)), r == Base(1, 2))
print(r._replace(foo=7), Base(5, 6)._asdict())
_Node = collections.namedtuple("Node", "left right", defaults=[None])
print(_Node(1), _Node(1, _Node(2, 3)))
def make():
    P = namedtuple("Point", "x y")
    return P(1, 2)
print(make(), make().x)
try:
    Base(1)
except TypeError as e:
    print(e)
A = namedtuple("T", "a")
B = namedtuple("T", "b")
print(A(1), B(2), A(1) == B(1))
class P(namedtuple("P", "x y")):
    __slots__ = ()
    def __str__(self):
        return "%d/%d" % self
class Q(namedtuple("Quux", "x y")):
    pass
print(P(1, 2), repr(P(1, 2)), Q(3, 4))
