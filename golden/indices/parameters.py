# A parameter is a size where all calls pass one, and it is used as one.
def sieve(limit: int) -> list[int]:
    flags = [True] * (limit + 1)
    found = []
    for i in range(2, limit + 1):
        if flags[i]:
            found.append(i)
            for j in range(i * i, limit + 1, i):
                flags[j] = False
    return found


def knapsack(capacity: int, weights: list[int], values: list[int]) -> int:
    best = [0] * (capacity + 1)
    for i in range(len(weights)):
        for w in range(capacity, weights[i] - 1, -1):
            best[w] = max(best[w], best[w - weights[i]] + values[i])
    return best[capacity]


def heapify(xs: list[int], n: int, i: int) -> None:
    largest = i
    left = 2 * i + 1
    right = 2 * i + 2
    if left < n and xs[left] > xs[largest]:
        largest = left
    if right < n and xs[right] > xs[largest]:
        largest = right
    if largest != i:
        xs[i], xs[largest] = xs[largest], xs[i]
        heapify(xs, n, largest)


def heap_sort(xs: list[int]) -> list[int]:
    n = len(xs)
    for i in range(n // 2 - 1, -1, -1):
        heapify(xs, n, i)
    for i in range(n - 1, 0, -1):
        xs[0], xs[i] = xs[i], xs[0]
        heapify(xs, i, 0)
    return xs


def permute(xs: list[int], at: int, out: list[list[int]]) -> None:
    if at == len(xs):
        out.append(xs[:])
        return
    for i in range(at, len(xs)):
        xs[at], xs[i] = xs[i], xs[at]
        permute(xs, at + 1, out)
        xs[at], xs[i] = xs[i], xs[at]


def pick(xs: list[int], at: int) -> int:
    return xs[at]


def pick_near(xs: list[int], at: int) -> int:
    return xs[at] + xs[at - 1]


def down(n: int) -> int:
    """No index, for all that it is never negative."""
    return 0 if n == 0 else n + down(n - 1)


def even(n: int) -> bool:
    return n == 0 or odd(n - 1)


def odd(n: int) -> bool:
    return n != 0 and even(n - 1)


def filled(n: int) -> list[int]:
    xs = [7] * n
    n -= 1
    while n >= 0:
        xs[n] += n
        n -= 1
    return xs


print(sieve(50), knapsack(10, [2, 3, 4], [3, 4, 5]), heap_sort([4, 1, 3, 9, 7]), heap_sort([]))
out: list[list[int]] = []
permute([1, 2, 3], 0, out)
print(out, pick([1, 2, 3], 2), pick([1, 2], -1), pick_near([1, 2], 1), pick_near([1, 2], 0), down(5), even(6))
print(filled(4), filled(0))
for k in range(3):
    print(sieve(k), pick([5, 6, 7], k))
