# A function that gives one of several iterators: their tuples may have other lengths and other kinds of items.
from itertools import combinations, pairwise, product, zip_longest


def triples(items):
    items = list(items)
    return zip(items, items[1:], items[2:])


def windows(items, size):
    if size == 2:
        return pairwise(items)
    elif size == 3:
        return triples(items)
    return iter([tuple(items)])


print(list(windows(range(5), 2)))
print(list(windows(range(5), 3)))
for window in windows(range(4), 4):
    print(len(window), window)


def pairs(items, way):
    if way == "neighbours":
        return pairwise(items)
    if way == "numbered":
        return enumerate("ab")
    return product(items, "x")


for way in ("neighbours", "numbered", "crossed"):
    print(list(pairs([1, 2], way)))


def matched(items, all_of_them):
    return zip_longest(items, [0]) if all_of_them else combinations(items, 2)


print(list(matched([7, 8], True)), list(matched([7, 8], False)))
