# reduce folds a sequence from the left.
from functools import reduce

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 1), reduce(max, [3, 9, 2]))
print(reduce(lambda acc, w: acc + w[0], ["ab", "cd"], ""), reduce(lambda acc, w: acc + len(w), ["ab", "c"], 0))


def longest(a: str, b: str) -> str:
    return a if len(a) >= len(b) else b


print(reduce(longest, ["to", "the", "sea"]))


def product(values: list[int]) -> int:
    return reduce(lambda a, b: a * b, values)


try:
    print(product([2, 3, 4]))
    product([])
except TypeError as error:
    print(error)
