# Arithmetic on hashes takes more than 64 bits, and `__hash__` may answer any integer.
class Point:
    def __init__(self, x, y, name):
        self.x, self.y, self.name = x, y, name

    def __eq__(self, other):
        return (self.x, self.y, self.name) == (other.x, other.y, other.name)

    def __hash__(self):
        return hash(self.x) + hash(self.y) * 31 + hash(self.name) * 1000003


class Bag:
    def __init__(self, items):
        self.items = items

    def __eq__(self, other):
        return self.items == other.items

    def __hash__(self):
        total = 17
        for item in self.items:
            total = total * 31 + hash(item)
        return total


class Sum:
    def __init__(self, items):
        self.items = items

    def __eq__(self, other):
        return self.items == other.items

    def __hash__(self):
        total = 0
        for item in self.items:
            total += hash(item)
        return total


points = {Point(i, i * i, "p" + str(i % 3)): i for i in range(100)}
print(points[Point(5, 25, "p2")], len(points), Point(1, 2, "q") in points)
bags = {Bag(["a" * n, "b" * n]) for n in range(50)}
print(Bag(["aa", "bb"]) in bags, len(bags))
sums = {Sum(["a" * n, "b" * n, "c"]) for n in range(50)}
print(Sum(["aa", "bb", "c"]) in sums, len(sums))
print(hash(Point(2, 3, "")) == hash(2) + 93, hash(1) + hash(2), hash(2 ** 70) * 2 == (2 ** 70 % (2 ** 61 - 1)) * 2)


class Minus:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return self.n


print(hash(Minus(-1)), Minus(-1).__hash__(), hash(Minus(5)), hash(Minus(2 ** 62 + 3)), hash((Minus(-1), 2)) == hash((-2, 2)))
print(hash(Bag([1, 2, 3] * 10)) != 0)


class Ints:
    def __init__(self, items):
        self.items = items

    def __eq__(self, other):
        return self.items == other.items

    def __hash__(self):
        total = 17
        for item in self.items:
            total = total * 31 + hash(item)
        return total


print(hash(Ints([1, 2, 3] * 10)), hash(Ints([2 ** 61 - 1])), hash(Ints([])), hash(Ints(list(range(13)))))
