# A class derived from Mapping, MutableMapping, Sequence or MutableSequence gets the methods that it does not write.
from collections.abc import Mapping, MutableMapping, MutableSequence


class Folded(MutableMapping):
    def __init__(self, **values):
        self.values_of = {}
        self.update(values)

    def __getitem__(self, key):
        return self.values_of[key.lower()]

    def __setitem__(self, key, value):
        self.values_of[key.lower()] = value

    def __delitem__(self, key):
        del self.values_of[key.lower()]

    def __iter__(self):
        return iter(self.values_of)

    def __len__(self):
        return len(self.values_of)


folded = Folded(Size=3)
folded["Name"] = 4
print("NAME" in folded, folded.get("none", 0), list(folded.items()), dict(folded), sum(folded.values()))
print(folded.pop("size"), folded.setdefault("x", 5), folded.popitem(), len(folded), folded == {"x": 5})
try:
    folded.pop("gone")
except KeyError as error:
    print("KeyError", error)


class Limited(MutableSequence):
    def __init__(self, limit, *items):
        self.limit = limit
        self.items = list(items)

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, value):
        self.items[index] = value

    def __delitem__(self, index):
        del self.items[index]

    def __len__(self):
        return len(self.items)

    def insert(self, index, value):
        if len(self.items) >= self.limit:
            raise OverflowError("full")
        self.items.insert(index, value)


limited = Limited(5, 1, 2)
limited.append(3)
limited.extend([4, 5])
limited.reverse()
print(list(limited), limited.pop(), limited.index(4), 5 in limited, list(reversed(limited)), limited.count(2))
limited.remove(4)
limited += [9]
print(limited.items)
try:
    limited.extend([7, 8])
except OverflowError as error:
    print(error, limited.items)


class Unfinished(Mapping):
    def __len__(self):
        return 0


try:
    Unfinished()
except TypeError as error:
    print(error)
