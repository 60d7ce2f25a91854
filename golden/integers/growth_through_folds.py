# A product that `reduce` or `accumulate` carries on, one that is divided again, a sum of remembered calls: of any size.
import operator
from functools import lru_cache, reduce
from itertools import accumulate


def times(a, b):
    return a * b


def choose(n, k):
    ways = 1
    for i in range(1, k + 1):
        ways = ways * (n - i + 1) // i
    return ways


@lru_cache(maxsize=None)
def climb(n):
    return 1 if n == 0 else sum(climb(n - step) for step in (1, 2, 3) if step <= n)


known = {}


def tilings(n):
    if n not in known:
        known[n] = 1 if n == 0 else sum(tilings(n - width) for width in range(1, n + 1))
    return known[n]


print(reduce(operator.mul, range(1, 30)), reduce(times, range(1, 30)), reduce(lambda a, b: a * b, [7] * 30))
print(list(accumulate(range(1, 26), operator.mul))[-1], reduce(lambda n, digit: n * 10 + digit, [1, 2, 3] * 10))
print(choose(100, 50), climb(100), tilings(90))
# What only adds up, or only chooses, does not grow so.
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a if a > b else b, [3, 9, 4]), reduce(max, [5, 2]))
