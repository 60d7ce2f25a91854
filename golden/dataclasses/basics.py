# @dataclass writes __init__, __repr__ and __eq__.
from dataclasses import dataclass, field


@dataclass
class Point:
    x: int
    y: int = 0

    def norm1(self):
        return abs(self.x) + abs(self.y)


p = Point(1, 2)
print(p, Point(3), Point(y=5, x=4), p == Point(1, 2), p == Point(2, 1), p.norm1())
p.x += 10
print(p, [p], p != Point(11, 2))


@dataclass
class Inventory:
    name: str
    items: list = field(default_factory=list)
    prices: dict[str, float] = field(default_factory=dict)
    count: int = field(default=0, repr=False)

    def add(self, item: str, price: float) -> None:
        self.items.append(item)
        self.prices[item] = price
        self.count += 1


a, b = Inventory("a"), Inventory("b")
a.add("nut", 0.5)
print(a, b, a.count, a == b)
