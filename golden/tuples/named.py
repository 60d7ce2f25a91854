# A named tuple is a tuple whose items have names: it unpacks, compares, hashes and formats as one.
from collections import namedtuple
import collections

Point = namedtuple("Point", ["x", "y"])
Size = namedtuple("Size", "w, h", defaults=[1])
P3 = collections.namedtuple("P3", "x y z")

p = Point(1, 2)
q = Point(y=5, x=3)
print(p, q, p.x + q.y, p[0], p[-1], len(p))
x, y = p
print(x, y, p == Point(1, 2), p == (1, 2), p != q, p < q, hash(p) == hash((1, 2)))
print(p._replace(x=10), p._asdict(), Point._fields, Point._make([7, 8]), p._fields)
print(Size(3), Size(3, 4), isinstance(p, tuple), isinstance(p, Point))
for a, b in [p, q]:
    print(a * b)
print(sum(p), max(p), list(p), tuple(p), sorted([q, p]), [*p], (*p, 3))
d = {p: "a", Point(3, 4): "b"}
print(d[Point(1, 2)], d)


def dist(x, y):
    return (x * x + y * y) ** 0.5


print(dist(*p), 2 in p, p.index(2), p.count(1), p + (3,), "%d-%d" % p, p[0:1])
try:
    p.x = 3
except AttributeError as e:
    print("AttributeError:", e)
try:
    Point._make([1])
except TypeError as e:
    print("TypeError:", e)


def kind(point):
    match point:
        case Point(x=0, y=0):
            return "origin"
        case Point(0, y):
            return f"y={y}"
        case (x, y):
            return f"{x},{y}"


print(kind(Point(0, 0)), kind(Point(0, 2)), kind(Point(2, 2)))
print(max(Point(1, 2), Point(1, 3)), {Point(1, 2), Point(1, 2)}, bool(p))
