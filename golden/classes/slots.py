# `__slots__` closes the list of attributes, unless a base class leaves it open.
from dataclasses import dataclass


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm(self):
        return self.x**2 + self.y**2


class Open(Point):
    pass


@dataclass(slots=True)
class Pair:
    left: int
    right: int = 0


point = Point(3, 4)
point.x = 5
print(point.norm())
for change in ("z", "norm"):
    try:
        if change == "z":
            point.z = 1
        else:
            point.norm = 1
    except AttributeError as error:
        print(error)
free = Open(1, 2)
free.z = 3
print(free.z)
pair = Pair(1)
try:
    pair.middle = 2
except AttributeError as error:
    print(error)
print(pair)
