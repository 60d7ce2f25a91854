# The fields of a named tuple are there before `__init__` is called: a class derived from one has none of its own.
from collections import namedtuple


class Point(namedtuple("Point", "x y")):
    def __init__(self, x, y):
        self.tag = "t"


print(Point(3, 4).tag)  # error: PT0204
