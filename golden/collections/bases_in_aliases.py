# A class of `collections.abc` may stand in the name of a type, too.
from typing import Iterable, MutableSet, Sequence, TypeVar, Union

T = TypeVar("T")
Values = Union[Sequence[T], Iterable[T]]


class OrderedSet(MutableSet[T], Sequence[T]):
    def __init__(self, values: Values = ()):
        self.items = []
        for value in values:
            self.add(value)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, at):
        return self.items[at]

    def __contains__(self, value):
        return value in self.items

    def __iter__(self):
        return iter(self.items)

    def add(self, value):
        if value not in self.items:
            self.items.append(value)

    def discard(self, value):
        if value in self.items:
            self.items.remove(value)

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, Sequence) else set(self) == set(other)


letters = OrderedSet("abca")
print(list(letters), letters.index("b"), letters == ["a", "b", "c"], letters == {"c", "a", "b"}, letters[-1])
