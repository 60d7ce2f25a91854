# A function that a decorator makes in a function, and that calls itself by its name, holds itself among its variables.
from functools import wraps


def memo(f):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]

    return wrapper


def counted(f):
    @wraps(f)
    def inner(n):
        inner.calls += 1
        return f(n)

    inner.calls = 0
    return inner


def longest_common(a, b):
    @memo
    def go(i, j):
        if i == len(a) or j == len(b):
            return ""
        if a[i] == b[j]:
            return a[i] + go(i + 1, j + 1)
        return max(go(i + 1, j), go(i, j + 1), key=len)

    return go(0, 0)


def steps(sizes):
    @counted
    def ways(n):
        return 1 if n == 0 else sum(ways(n - size) for size in sizes if size <= n)

    return ways(8), ways.calls, ways.__name__


print(longest_common("AGGTABQXYZ", "GXTXAYBXZ"))
print(steps([1, 2, 3]))
