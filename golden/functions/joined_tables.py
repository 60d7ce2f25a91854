# Lists of functions are joined, each function stays itself: `+`, `|` and `extend` of tables that hold different ones.


def is_positive(n):
    return n > 0


def is_negative(n):
    return n < 0


def scaled(factor):
    return lambda n: n * factor


def shifted(offset):
    return lambda n: n + offset


def tests(first, others):
    return [first] + [other for other in others]


print([test(1) for test in [is_positive] + [is_negative]])
print([[test(n) for n in (-1, 0, 1)] for test in tests(is_positive, [is_negative])])
print([step(5) for step in [scaled(3)] + [shifted(1)]])

NAMED = {"positive": is_positive} | {"negative": is_negative}
print([name for name, test in NAMED.items() if test(-4)])

rows = [("positive", is_positive, 1)] + [("negative", is_negative, 2)]
print([(name, test(3), weight) for name, test, weight in rows])
print(len({is_positive} | {is_negative}))


class Counter:
    def __init__(self, value):
        self.value = value

    def up(self):
        return self.value + 1

    def down(self):
        return self.value - 1


# A bound method is its function and its object.
one, two = Counter(1), Counter(2)
print([step() for step in [one.up] + [one.down] + [two.down]])
print(one.up == one.up, one.up == one.down, one.up == two.up, one.up != one.down)
print(one.up in [one.up], one.up in [one.down], one.up in [two.up])

# What is looked for among others is not there.
print(is_positive in [is_negative], is_positive in {is_negative: 1}, is_negative in [is_negative])
print([kind("3") for kind in [int] + [float]])
