# `max` of values that cannot be ordered raises when it comes to them.
import math


def largest(values: list) -> int:
    best = values[0]
    for value in values[1:]:
        best = max(value, best)
    return best


def root(n: int) -> float:
    return math.sqrt(n) + n / 2


print(largest([1, 3, 2]), largest([0.5, 2]))
for values in ([1, "b"], ["b", 1]):
    try:
        print(largest(values))
    except TypeError as e:
        print(e)
for n in [0, 4, True]:
    print(root(n))
