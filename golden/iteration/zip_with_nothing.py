# `zip` with what never gives anything.
class Chain:
    def __init__(self, items=()):
        self.items = list(items)

    def __iter__(self):
        return (item for item in self.items)

    def __len__(self):
        return len(self.items)

    def __eq__(self, other):
        if not isinstance(other, Chain):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other))


chain = Chain([1, 2])
print(chain == Chain([1, 2]), chain == 5, chain != Chain())
print(list(zip([1, 2], [])), [a for a, b in zip([1], Chain())])
