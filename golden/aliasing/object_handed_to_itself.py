# An object handed to itself.
class Purse:
    def __init__(self, n):
        self.n = n

    def give(self, other, k):
        self.n -= k
        other.n += k
        return other.n


a = Purse(10)
b = Purse(1)
print(a.give(b, 3), a.n, b.n)
print(a.give(a, 5), a.n)


def both(x, y):
    x.n += 1
    y.n *= 2
    return x.n + y.n


print(both(a, b), both(a, a), a.n, b.n)
