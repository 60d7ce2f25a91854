# merge walks sorted iterables together, lazily and stably.
from heapq import merge


def noisy(name: str, values: list[int]):
    for value in values:
        print("take", name, value)
        yield value


print(list(merge([1, 4, 7], [2, 5], [3], [])))
print(list(merge([7, 1], [5, 2], reverse=True)), list(merge(["a", "ccc"], ["bb"], key=len)))
merged = merge(noisy("a", [1, 3]), noisy("b", [2]))
print("made")
print(next(merged), next(merged), list(merged))
print(list(merge([(1, "x"), (2, "y")], [(1, "a")])))
