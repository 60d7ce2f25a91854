# `_make` of a named tuple is a function that map takes: a record of each row.
from collections import namedtuple

Point = namedtuple("Point", "x y")

points = list(map(Point._make, [(1, 2), (3, 4)]))
print(points, points[1].y)
for point in map(Point._make, zip("ab", [1.5, 2.5])):
    print(point)
try:
    print(list(map(Point._make, [[1, 2], [3]])))
except TypeError as error:
    print(error)
