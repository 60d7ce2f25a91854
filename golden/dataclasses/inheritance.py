# Fields of the base come first; __post_init__ runs after __init__.
from dataclasses import dataclass, field


@dataclass
class Base:
    name: str
    tags: list[str] = field(default_factory=list)


@dataclass
class Item(Base):
    price: float = 1.0
    total: float = field(init=False)

    def __post_init__(self):
        self.total = self.price * 2
        if self.price < 0:
            raise ValueError("negative price")

    def __str__(self):
        return f"{self.name}@{self.price}"


i = Item("pen", ["a"], 2.5)
print(i, repr(i), i.total, isinstance(i, Base))
print(Base("b") == Base("b"), Base("pen", ["a"]) == i, Item("x", price=3).total)
try:
    Item("bad", price=-1)
except ValueError as e:
    print("ValueError:", e)
