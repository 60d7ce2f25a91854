# Texts and objects of a class derived from str, numbers and members of an IntEnum, tuples and named tuples: equal keys are
# one key.
from collections import namedtuple
from enum import IntEnum


class Symbol(str):
    pass


Point = namedtuple("Point", "x y")


class Level(IntEnum):
    LOW = 1
    HIGH = 2


names = {"+": 1}
symbol = Symbol("x")
names[symbol] = 10
print(symbol in names, names[symbol], "x" in names, names["x"], Symbol("+") in names, names[Symbol("+")])
print(names.get(symbol), sorted(names), names)
points = {Point(1, 2): "named"}
points[(3, 4)] = "plain"
print(points[Point(3, 4)], points[(1, 2)], Point(3, 4) in points, len(points))
levels = {Level.LOW: "low"}
levels[2] = "two"
levels[Level.HIGH] = "high"
print(levels[1], levels[Level.HIGH], levels, len(levels))
for a in [1, Level.LOW, Level.HIGH]:
    print(a == Level.LOW, a == 2, a in [Level.HIGH, 1], [2, Level.LOW].index(a), end=" ")
print(sorted([Level.HIGH, 1, 3, Level.LOW]), {1, Level.LOW}, len({Point(1, 2), (1, 2)}))


# An environment of a small language: names that were read are texts of their own class.
class Env(dict):
    def __init__(self, outer=None):
        self.outer = outer

    def find(self, name):
        if name in self:
            return self
        if self.outer is None:
            raise LookupError(name)
        return self.outer.find(name)


top = Env()
top.update({"+": 1})
top[symbol] = 5
inner = Env(top)
print(inner.find(symbol)[symbol], inner.find("x")["x"], inner.find("+") is top)
