# A comprehension has a scope of its own, and sees the names around it.
factor = 10
print([x * factor for x in range(3)])


def scale(values, factor):
    return [v * factor for v in values]


print(scale([1, 2], 3))


def table(n):
    return [[row * col for col in range(1, n + 1)] for row in range(1, n + 1)]


for line in table(3):
    print(line)
i = "outer"
print([i for i in range(2)], {i: i for i in range(1)}, i)
fs = [lambda: n for n in range(3)]
print([f() for f in fs])
gs = [lambda n=n: n for n in range(3)]
print([g() for g in gs])


class Grid:
    size = 2

    def cells(self):
        return [(x, y) for x in range(self.size) for y in range(self.size)]


print(Grid().cells())
