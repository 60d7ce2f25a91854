# `__new__` of a class derived from a named tuple checks or completes what the tuple is made of.
from collections import namedtuple
from typing import NamedTuple


class Interval(namedtuple("IntervalBase", "begin end data")):
    def __new__(cls, begin, end, data=None):
        if begin > end:
            raise ValueError("%r after %r" % (begin, end))
        return super(Interval, cls).__new__(cls, begin, end, data)

    def __or__(self, other):
        return Interval(min(self.begin, other.begin), max(self.end, other.end))

    def shifted(self, by):
        return self.__class__(self.begin + by, self.end + by, self.data)

    @classmethod
    def point(cls, at):
        return cls(at, at)


a, b = Interval(1, 5), Interval(3, 8, "b")
print(a, b.shifted(2), a | b, Interval.point(4), a._replace(end=2), b == (3, 8, "b"), sorted([b, a])[0].end)
try:
    Interval(2, 1)
except ValueError as error:
    print(error)


class Sized(NamedTuple):
    name: str
    size: int


class Upper(Sized):
    def __new__(cls, name, /, size=10):
        return Sized.__new__(cls, name.upper(), size)


print(Upper("x"), Upper("y", size=3).size, list(Upper("z")))
