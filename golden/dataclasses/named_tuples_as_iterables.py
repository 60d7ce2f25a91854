# A named tuple is iterated like a tuple wherever an iterable is taken.
from collections import namedtuple
from itertools import chain
from typing import NamedTuple

Point = namedtuple("Point", "x y")


class Percent(NamedTuple):
    red: str
    green: str


def percent(values):
    return Percent._make(value.strip() for value in values)


print(list(map(int, percent((" 1", "2 ")))), tuple(map(abs, Point(-3, 4))), list(map(pow, Point(2, 3), Point(3, 2))))
print(list(chain(Point(1, 2), "ab")), list(chain.from_iterable([Point(1, 2), Point(3, 4)])), list(zip(Point(5, 6), "xy")))
print(list(filter(None, Point(0, 1))), ",".join(percent("ab")), max(map(int, Percent("7", "8"))), 3 in Point(3, 4))
