# An iterator has __next__ and raises StopIteration at the end.
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(3)
print(next(c), list(c), list(c))
for x in Countdown(2):
    print(x)
print(sum(Countdown(4)), max(Countdown(5)), 2 in Countdown(3), sorted(Countdown(3)))
a, b = Countdown(2)
print(a, b, list(zip(Countdown(2), "ab")), [*Countdown(2)], tuple(Countdown(1)))


class Reusable:
    def __init__(self, data):
        self.data = data

    def __iter__(self):
        for x in self.data:
            yield x * 10


r = Reusable([1, 2])
print(list(r), list(r))
