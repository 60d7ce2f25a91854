# groupby makes groups of neighbours with equal keys; a group reads the same iterator as the groups after it.
from itertools import groupby, pairwise, tee


def runs(text: str) -> str:
    return "".join(f"{k}{len(list(g))}" for k, g in groupby(text))


def by_length(words: list[str]) -> None:
    for n, group in groupby(sorted(words, key=len), key=len):
        print(n, list(group))


def firsts(values: list[int]) -> list[tuple[bool, int]]:
    return [(k, next(g)) for k, g in groupby(values, lambda v: v > 0)]


print(runs("aaabccd"), runs(""))
by_length(["apple", "bat", "cat", "fig", "kiwi"])
print(firsts([1, 2, -1, -2, 3]))
print(list(pairwise([1, 2, 3])), list(pairwise("a")))
a, b = tee(iter([1, 2, 3]))
print(next(a), next(a), list(b), list(a))
