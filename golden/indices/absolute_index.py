# The absolute value of an index is compared with it and indexes too; what a function gives meets an index.
def above(xs: list[int], n: int) -> int:
    k = abs(n)
    total = xs[n]
    while k <= n:
        total += xs[k]
        k += 1
    return total


def first(xs: list[int]) -> int:
    return xs[0]


def below(xs: list[int], n: int) -> int:
    k = first(xs)
    if k <= n:
        return xs[n] - k
    return xs[n]


print(above([1, 2, 3], 0), above([1, 2, 3], 2))
print(below([1, 2, 3], 1), below([5, 2, 3], 2))
