# `replace` makes another object of the same class, with some fields changed; `__post_init__` runs again.
from dataclasses import asdict, astuple, dataclass, field, replace


@dataclass(frozen=True)
class Version:
    major: int
    minor: int = 0
    label: str = ""

    def bump(self):
        return replace(self, minor=self.minor + 1)


first = Version(1, 2)
print(first.bump(), replace(first, label="rc", major=2), replace(first) == first, replace(first) is first)


@dataclass
class Order:
    name: str
    prices: list = field(default_factory=list)
    total: float = field(init=False)

    def __post_init__(self):
        self.total = sum(self.prices)


@dataclass
class Urgent(Order):
    days: int = 1


order = Urgent("books", [10.0, 5.5])
later = replace(order, days=3, prices=[1.0])
print(later, type(later).__name__, order.total)


# `asdict` and `astuple` go into fields that hold dataclasses, and into lists, tuples and dicts of them.
@dataclass
class Point:
    x: int
    y: int


@dataclass
class Shape:
    name: str
    centre: Point
    corners: list[Point]
    tags: tuple = ()


shape = Shape("square", Point(0, 0), [Point(1, 1), Point(2, 2)], ("red", 3))
print(asdict(shape))
print(astuple(shape))
print(asdict(Point(5, 6)), astuple(Point(7, 8)))
x, y = astuple(Point(7, 8))
print(x + y)
as_dict = asdict(shape)
shape.corners.append(Point(9, 9))
print(len(as_dict["corners"]), len(shape.corners))


# A tree of objects becomes a tree of dicts.
@dataclass
class Tree:
    value: int
    children: list["Tree"] = field(default_factory=list)
    named: dict[str, Point] = field(default_factory=dict)


tree = Tree(1, [Tree(2), Tree(3, [Tree(4)])], {"at": Point(0, 1)})
print(asdict(tree))
