# Options of a field: not a parameter, not shown, not compared; equality looks at the others.
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    secret: str = field(default="s", repr=False)
    tags: list = field(default_factory=list, repr=False, compare=False)
    total: float = field(init=False)
    count: int = field(default=0, init=False)
    made: ClassVar[int] = 0

    def __post_init__(self):
        self.total = self.price * 2
        Item.made += 1


a, b = Item(1.5, "a"), Item(1.5, "b", tags=["x"])
print(a, a == b, a < Item(2.0, "c"), a.total, a.count, a.secret, b.tags, Item.made)
a.count += 1
print(a == b, a)


@dataclass(frozen=True)
class Key:
    id: int
    label: str = field(default="", compare=False)


print(hash(Key(1, "a")) == hash(Key(1, "b")), {Key(1, "x"): 1}[Key(1, "y")], Key(2))
match a:
    case Item(price, name):
        print(price, name)


class Shape:
    pass


@dataclass
class Late:
    items: list[int]
    size: int = field(init=False, repr=False)

    def __post_init__(self):
        if self.items:
            self.size = len(self.items)
        else:
            self.size = -1


print(Late([1, 2]), Late([]).size, Late([1]) == Late([1]))
