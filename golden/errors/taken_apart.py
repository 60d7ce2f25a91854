# What cannot be taken apart, or asked for an item, says so in comprehensions and loops, with a body or without.
def tries(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


tries(lambda: [a for a, b in [5]])
tries(lambda: {a for a, b in [None]})
tries(lambda: {a: b for a, b in [1.5]})
tries(lambda: list(a for a, b in [True]))
try:
    for a, b in [5]:
        pass
except TypeError as e:
    print(e)
try:
    a, b = 5
except TypeError as e:
    print(e)
try:
    for i, (a, b) in enumerate([None]):
        pass
except TypeError as e:
    print(e)
xs = [(1, 2), 5]
try:
    for a, b in xs:
        print(a, b)
except TypeError as e:
    print(e)
tries(lambda: [a for a, *b in [7]])
tries(lambda: [a for a, b in xs])


class A:
    pass


tries(lambda: [a for a, b in [A()]])
tries(lambda: 3 in A())
tries(lambda: [*A()])
tries(lambda: list(zip(A(), [1])))
tries(lambda: dict([A()]))


def skip(pairs):
    for i, (a, b) in enumerate(pairs):
        pass


skip([(1, 2)])


class Row:
    def __init__(self, *xs):
        self.xs = xs

    def without(self, i):
        self.xs = self.xs[:i] + self.xs[i + 1 :]
        return self.xs


print(Row(1, 2.5, 3).without(1), Row(1, 2).without(0))
