# lru_cache remembers the results of a function.
from functools import lru_cache, cache

calls = 0


@lru_cache(maxsize=None)
def fib(n):
    global calls
    calls += 1
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(30), calls, fib(30), calls)


@cache
def paths(rows: int, cols: int) -> int:
    if rows == 1 or cols == 1:
        return 1
    return paths(rows - 1, cols) + paths(rows, cols - 1)


print(paths(3, 3), paths(16, 16))
