# A cached function keeps the results of calls with arguments of several types where no two of them can be equal.
from functools import cache, lru_cache


@cache
def steps(n):
    return 1 if n <= 1 else steps(n - 1) + steps(n - 2)


print(steps(10), steps(10.0), steps(2.5))
for wrong in ("a", None):
    try:
        steps(wrong)
    except TypeError as error:
        print("TypeError:", error)
try:
    steps([1])
except TypeError as error:
    print("TypeError:", error)
print(steps.cache_info())
steps.cache_clear()
print(steps.cache_info().currsize)


@lru_cache(maxsize=None)
def longest(a, b):
    if not a or not b:
        return 0
    if a[0] == b[0]:
        return 1 + longest(a[1:], b[1:])
    return max(longest(a[1:], b), longest(a, b[1:]))


print(longest("banana", "bandana"), longest(b"abc", b"xbc"), longest("", ""))
try:
    longest([1], [1])
except TypeError as error:
    print("TypeError:", error)


@lru_cache
def halves(n):
    if n < 1:
        raise ValueError("too small")
    return n // 2


print(halves(7), halves(9))
try:
    halves("7")
except TypeError as error:
    print("TypeError:", error)
print(halves.cache_info())
