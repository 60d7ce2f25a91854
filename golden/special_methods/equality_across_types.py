# Objects of one class compare by their own `==` and hash, whatever numbers they hold.
from dataclasses import dataclass


@dataclass
class Point:
    x: object


@dataclass(frozen=True)
class Size:
    width: float


class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __hash__(self):
        return hash(self.n)


print(Point(1) == Point(1.0), Point(1) == Point("a"), Point(1) != Point(1.0))
print(Size(1) in {Size(1.0): 2}, {Size(1.0): 2}.get(Size(1)), Size(1) in [Size(1.0)])
print([Size(1.0)].index(Size(1)), [Size(1.0), Size(2.0)].count(Size(2)))
print(Key(1) == Key(1.0), Key(1) in [Key(1.0)], Key(2) in {Key(2.0)}, {Key(2.0): "x"}[Key(2)])
print([Point(1)] == [Point(1.0)], (Point(1), 2) == (Point(1.0), 2.0), {"a": Point(1)} == {"a": Point(1.0)})
keys = {Key(1.0)}
keys.discard(Key(1))
ordered = [Key(1.0), Key(3.0)]
ordered.remove(Key(3))
print(len(keys), len(ordered))
