# A loop over an iterator may end with its first item; the iterator may have been used before.
from itertools import islice


def exactly(items, n):
    it = iter(items)
    for item in islice(it, n):
        yield item
    for item in it:
        print("too many:", item)
        return


def first(items):
    it = iter(items)
    for item in it:
        return item
    return None


print(list(exactly("abcd", 4)), list(exactly("abcd", 3)), first([]), first([2, 3]))
