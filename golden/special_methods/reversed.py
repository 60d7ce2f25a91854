# `reversed` asks `__reversed__`, which may be a generator or give another iterator.
class Ring:
    def __init__(self, items):
        self.items = items

    def __reversed__(self):
        at = len(self.items)
        while at > 0:
            at -= 1
            yield self.items[at]


class Table:
    def __init__(self):
        self.rows = {"a": 1, "b": 2}

    def __reversed__(self):
        return reversed(list(self.rows.items()))


print(list(reversed(Ring([1, 2, 3]))), *reversed(Ring("xyz")))
for key, row in reversed(Table()):
    print(key, row)
steps = reversed(Ring([4, 5]))
print(next(steps), list(steps), list(steps))
