# Classes of `collections.abc` that give methods, or ask for them.
from collections.abc import Collection, Iterable, Iterator, MutableSet, Sized
from typing import TypeVar

T = TypeVar("T")


class Tags(MutableSet):
    def __init__(self, items=()):
        self.items = []
        for item in items:
            self.add(item)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        if item not in self.items:
            self.items.append(item)

    def discard(self, item):
        if item in self.items:
            self.items.remove(item)

    def __repr__(self):
        return f"Tags({self.items})"


class Countdown(Iterator[int]):
    def __init__(self, n):
        self.n = n

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Pair(Collection):
    def __init__(self, a, b):
        self.both = (a, b)

    def __len__(self):
        return 2

    def __iter__(self):
        yield from self.both

    def __contains__(self, item):
        return item in self.both


class Half(Iterator):
    pass


a, b = Tags("abca"), Tags("cd")
print(a | b, a & b, a - b, a ^ b, a <= b, a >= Tags("ab"), a == {"a", "b", "c"}, a.isdisjoint("xy"))
a |= "z"
a -= b
a.remove("z")
print(a, len(a), a.pop(), a)
try:
    a.remove("q")
except KeyError as error:
    print("KeyError", error)
print(list(Countdown(3)), sum(Countdown(4)), max(Pair(1, 5)), 5 in Pair(1, 5))
print(isinstance(Countdown(1), Iterator), isinstance(a, Iterable), isinstance(Pair(1, 2), Sized), isinstance(3, Iterable))
try:
    Half()
except TypeError as error:
    print(error)
