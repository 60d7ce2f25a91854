# A test that raises for every item, a count of nothing, a slice that is given no items.
from collections import Counter


def negative(items):
    return list(filter(lambda item: item < 0, items))


try:
    print(negative("abc"))
except TypeError as error:
    print(error)
print(negative([-1, 2]), negative([]))
try:
    print([letter for letter in "ab" if letter > 1])
except TypeError as error:
    print(error)


def frequent(words):
    return Counter(words).most_common(2)


print(frequent("aab"), frequent([]), frequent(()))


def tail(items, values):
    items[-1:] = values
    return items


for values in [[7, 8], (), "ab"]:
    print(tail([1, 2], values))
try:
    tail([1, 2], None)
except TypeError as error:
    print(error)


def first(items):
    return items[0] if len(items) else None


print(first([1, True, 2.5]), first(()), first(range(3)))
