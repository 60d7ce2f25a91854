# reversed asks __reversed__, else it counts down the indices.
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return iter(range(1, self.n + 1))

    def __reversed__(self):
        for i in range(self.n, 0, -1):
            yield i


class Chain:
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]

    def __reversed__(self):
        return iter(self.items[::-1])


class Tens:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 10


print(list(Countdown(3)), list(reversed(Countdown(3))), next(reversed(Countdown(9))))
for item in reversed(Chain(1, "a", None)):
    print(item)
print(list(reversed(Tens())), sum(reversed(Tens())), [list(reversed(x)) for x in (Countdown(2), [1, 2], "ab")])
try:
    reversed({1, 2})
except TypeError as error:
    print(error)
