# A cached function may be nested: each `def` that runs makes a cache of its own.
from functools import cache, lru_cache


def longest_common(a: str, b: str) -> int:
    @cache
    def go(i: int, j: int) -> int:
        if i == len(a) or j == len(b):
            return 0
        if a[i] == b[j]:
            return 1 + go(i + 1, j + 1)
        return max(go(i + 1, j), go(i, j + 1))

    return go(0, 0)


def scaled(factor: int) -> list[int]:
    @lru_cache(maxsize=2)
    def times(n: int) -> int:
        print("compute", factor, n)
        return factor * n

    return [times(1), times(2), times(1), times(3), times(1), times(2)]


@cache
def checked(n: int) -> int:
    print("check", n)
    if n < 0:
        raise ValueError(f"negative: {n}")
    return n * n


print(longest_common("AGGTABQWERTY", "GXTXAYBQWXRTY"), longest_common("abc", "xyz"))
print(scaled(2), scaled(3))
for n in (3, -1, 3, -1):
    try:
        print(checked(n))
    except ValueError as error:
        print(error)
