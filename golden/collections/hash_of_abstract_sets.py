# A `Set` of one's own is hashed as a frozen set is, and a sequence may be extended by itself.
from collections.abc import MutableSequence, Set


class Digits(Set):
    def __init__(self, items):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def __hash__(self):
        return self._hash()


class Notes(MutableSequence):
    def __init__(self):
        self.notes = []

    def __getitem__(self, index):
        return self.notes[index]

    def __setitem__(self, index, note):
        self.notes[index] = note

    def __delitem__(self, index):
        del self.notes[index]

    def __len__(self):
        return len(self.notes)

    def insert(self, index, note):
        self.notes.insert(index, note)


first, second = Digits([1, 2, 3]), Digits([3, 1, 2, 1])
print(first == second, hash(first) == hash(second), hash(first) == hash(frozenset([1, 2, 3])))
print(len({first, second}))

notes = Notes()
notes.extend("ab")
notes.extend(notes)
print(list(notes))
