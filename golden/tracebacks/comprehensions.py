# Comprehensions have frames of their own; what the library calls has its own alone.
from functools import reduce


def key(x):
    return 10 // x


words = [3, 1, 0]
print(sorted([3, 1], key=key))
print(list(map(key, [1, 2])))
print(reduce(lambda a, b: a + b, [1, 2, 3]))
print({w: key(w) for w in words})
