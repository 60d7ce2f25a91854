# A cached function tells how often it had a result, and can forget; methods are cached by object.
import functools
from functools import cache, lru_cache


@lru_cache(maxsize=2)
def doubled(x):
    print("run", x)
    return x * 2


for x in (1, 2, 1, 3, 2):
    doubled(x)
print(doubled.cache_info())
doubled.cache_clear()
info = doubled.cache_info()
print(info.hits, info.misses, info.maxsize, info.currsize)


@cache
def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)


print(factorial(10), factorial.cache_info())
factorial(11)
hits, misses, size, held = factorial.cache_info()
print(hits, misses, size, held)


@functools.lru_cache
def never(x):
    return x


print(never.cache_info())


def tables():
    @lru_cache(None)
    def routes(i, j):
        return 1 if i == 0 or j == 0 else routes(i - 1, j) + routes(i, j - 1)

    print(routes(5, 5), routes.cache_info())
    routes.cache_clear()
    print(routes(2, 2), routes.cache_info())


tables()


class Grid:
    def __init__(self, rows):
        self.rows = rows

    @lru_cache(maxsize=None)
    def paths(self, row, column):
        print("at", row, column)
        if row == 0 or column == 0:
            return 1
        return self.paths(row - 1, column) + self.paths(row, column - 1)

    @cache
    def total(self):
        print("total of", self.rows)
        return sum(self.rows)


first, second = Grid([1, 2]), Grid([5])
print(first.paths(2, 1), first.paths(2, 1), second.paths(1, 1))
print(first.total(), first.total(), second.total())
