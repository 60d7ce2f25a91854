# Mixins lend methods and special methods; abstract bases combine; an exception may have a mixin, too.
from abc import ABC, abstractmethod


class JsonMixin:
    def to_json(self):
        return "{" + ", ".join(f'"{k}": {v!r}' for k, v in self.items()) + "}"


class CompareMixin:
    def __eq__(self, other):
        return self.key() == other.key()

    def __lt__(self, other):
        return self.key() < other.key()


class Item(JsonMixin, CompareMixin):
    def __init__(self, name, price):
        self.name = name
        self.price = price

    def items(self):
        return [("name", self.name), ("price", self.price)]

    def key(self):
        return (self.price, self.name)


items = [Item("b", 3), Item("a", 3), Item("c", 1)]
for item in sorted(items):
    print(item.to_json())
print(items[0] == Item("b", 3), items[0] < items[1])


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    def describe(self):
        return f"{type(self).__name__} {self.area():.2f}"


class Named(ABC):
    @property
    @abstractmethod
    def title(self): ...


class Square(Shape, Named):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2

    @property
    def title(self):
        return f"square of {self.side}"


s = Square(2.5)
print(s.describe(), s.title)


class AppError(Exception):
    pass


class CodeMixin:
    code = 42

    def explain(self):
        return f"code {self.code}: {self}"


class NetError(CodeMixin, AppError):
    code = 7


try:
    raise NetError("down")
except AppError as e:
    print(type(e).__name__, e)
