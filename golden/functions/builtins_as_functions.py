# Builtins that take an iterable, and classes, passed as functions; factories of fields.
from dataclasses import dataclass, field


@dataclass
class Angle:
    degrees: float = 90


@dataclass
class Side:
    length: float
    angle: Angle = field(default_factory=Angle)
    tags: list[str] = field(default_factory=lambda: ["x"])


class Point:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"Point({self.x})"


rows = [[3, 1], [2, 5]]
print(list(map(list, zip(*rows))), list(map(sum, rows)), list(map(max, rows)), list(map(sorted, rows)))
print(list(map(tuple, rows)), list(map(set, rows)), list(map(len, rows)))
print(sorted(["ab", "ba", "aa"], key=sorted), max(rows, key=sum), sorted(rows, key=max), min(rows, key=min))
print(sorted(["b", "a"], key=list), sorted([(1, 2), (0, 9)], key=sum))
print(list(map(Point, [1, 2])), [point.x for point in map(Point, "ab")])
print(list(map(Angle, [1, 2.5])), list(map(Side, [1])), list(map(str, map(Angle, [1]))))
print(Side(1), Side(2, Angle(3)), Side(1).tags is Side(1).tags)
for collect in (list, tuple, sorted):
    print(collect([2, 1]))
