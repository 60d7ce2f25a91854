# `zip(*rows)` of rows that are objects: named tuples, objects of classes derived from tuple, and what has `__iter__`.
from collections import namedtuple

Point = namedtuple("Point", "x y")


class Row:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        return iter(self.items)


class Pair(tuple):
    pass


xs, ys = zip(*{Point(1, 2), Point(0, 3)})
print(min(xs), max(ys))
print(list(zip(*[Row(1, 2), Row(3, 4)])))
print(list(zip(*[Pair([1, 2]), Pair([3, 4])])))
