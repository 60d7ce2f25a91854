# The first item that passes a test, or None.
def first_even(xs: list[int]) -> int | None:
    for x in xs:
        if x % 2 == 0:
            return x
    return None


def first_long(words: list[str], n: int) -> str | None:
    for w in words:
        if len(w) > n:
            return w
    return None


def index_of(xs: list[int], target: int) -> int:
    for i, x in enumerate(xs):
        if x == target:
            return i
    return -1


def copy_all(xs: list[int]) -> list[int]:
    ys = xs[:]
    ys.append(1)
    return ys


print(first_even([1, 3, 4]), first_even([1]), first_long(["a", "bbb"], 2), index_of([1, 2], 2), copy_all([1]))


def divisor(n: int) -> int | None:
    for d in range(2, n):
        if n % d == 0:
            return d
    return None


def above(xs: list[float], limit: float) -> float | None:
    limit = limit * 2
    for x in xs:
        if x > limit:
            return x
    return None


print(divisor(15), divisor(7), divisor(1), above([1.0, 5.0], 2.0), above([], 1.0))
