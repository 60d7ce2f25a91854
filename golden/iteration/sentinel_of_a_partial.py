# `iter(function, sentinel)` calls the function until it returns the sentinel; here it is itself made of an iterator.
from functools import partial
from itertools import islice


def take(n, items):
    return list(islice(items, n))


def chunked(items, n):
    return iter(partial(take, n, iter(items)), [])


print(list(chunked(range(7), 3)), list(chunked("", 2)))
