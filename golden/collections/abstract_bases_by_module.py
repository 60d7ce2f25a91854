# The abstract classes by the name of their module.
import bisect
import collections.abc


class SortedBag(collections.abc.MutableSequence):
    def __init__(self, items=()):
        self._items = sorted(items)

    def __len__(self):
        return len(self._items)

    def __getitem__(self, at):
        return self._items[at]

    def __setitem__(self, at, item):
        raise TypeError("a sorted bag has no places")

    def __delitem__(self, at):
        del self._items[at]

    def insert(self, at, item):
        bisect.insort(self._items, item)


bag = SortedBag([3, 1, 2])
bag.append(0)
bag.extend([9, 5])
print(list(bag), 5 in bag, bag.index(9), bag.pop(), len(bag))
bag.remove(1)
print(list(reversed(bag)), bag.count(2))
try:
    bag[0] = 4
except TypeError as error:
    print(error)
