# `isinstance` of a class of `collections.abc` holds for lists, dicts and the like, and for the program's own classes of it.
from collections.abc import Mapping, Sequence, Set


class View(Sequence):
    def __init__(self, target):
        if not isinstance(target, Sequence):
            raise TypeError("not a sequence")
        self.target = target

    def __getitem__(self, index):
        return self.target[index]

    def __len__(self):
        return len(self.target)


class Letters(Set):
    def __init__(self, letters):
        self.letters = "".join(dict.fromkeys(letters))

    def __contains__(self, letter):
        return letter in self.letters

    def __iter__(self):
        return iter(self.letters)

    def __len__(self):
        return len(self.letters)


view = View([3, 1, 4, 1])
print(view[2], view.index(4), view.count(1), list(reversed(view)), 5 in view)
print([isinstance(x, Sequence) for x in (view, [1], (2,), "text")], isinstance({1: 2}, Sequence))
print(len(View(View("abc"))), isinstance(view, (Mapping, Set)), isinstance({}, (Set, Mapping)))
print(sorted(Letters("banana") & Letters("bread")), isinstance(Letters("x"), Set), isinstance({1}, Set))
try:
    View({1, 2})
except TypeError as error:
    print(error)
