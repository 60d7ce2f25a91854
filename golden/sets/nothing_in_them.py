# Sets that nothing is ever in, taken from and cut.
def f():
    a = set()
    a &= {2, 3}
    print(sorted(a), a)


def g():
    b = {1, 2}
    b -= set()
    b &= set()
    print(b, len(b))


def h():
    c = set()
    c -= {1}
    c ^= {4}
    print(c)


f()
g()
h()
print(set() & {1}, set() - {1}, {1} - set(), {1} & set(), set() | {1}, set() ^ {2}, frozenset() & {3})
