# `key=None` is the same as no key, also where only the caller says so.
import heapq
from itertools import groupby


def top(items, n, key=None):
    return heapq.nlargest(n, items, key=key), heapq.nsmallest(n, items, key)


print(top([3, 1, 2], 2))
print(top([3, 1, -4], 2, abs))
print(top(["a", "ccc", "bb"], 1, key=len))


def runs(items, key=None):
    return [(name, list(group)) for name, group in groupby(items, key)]


print(runs([1, 1, 2]), runs("aAb", str.lower))
print(list(heapq.merge([1, 4], [2, 3], key=None)))
