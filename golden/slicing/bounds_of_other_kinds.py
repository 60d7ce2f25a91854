# Bounds of slices and ranges are integers, or objects that give one; None leaves a bound of a slice open.


def last(items, k):
    if k == 0:
        return []
    return items[-k:]


print(last([3, 1, 2], 2), last([5], 0))
for k in (1.5, None, "2", True):
    try:
        print(last([4, 3, 2, 1], k))
    except TypeError as error:
        print(error)


def parts(items, k):
    return items[:k], items[k:], items[::k]


for k in (2, 1.5, None, "x"):
    try:
        print(parts([4, 3, 2, 1], k))
    except TypeError as error:
        print(error)


# All bounds of a range are evaluated first.
def shown(x):
    print("bound", x)
    return x


def evens(a, b):
    return [i for i in range(shown(max(2, min(a, b))), shown(min(8, max(a, b))) + 1) if i % 2 == 0]


print(evens(2, 10), evens(14, 10))
for x in (2.5, True):
    try:
        print(evens(x, 8))
    except TypeError as error:
        print(error)
try:
    print(evens(None, 8))
except TypeError as error:
    print(error)


# What has no length cannot be ordered by it.
def by_length(words):
    return sorted(words, key=len)


print(by_length(["bbb", "a"]), by_length([[1, 2], [3]]))
for words in (["a", 3], [None, None]):
    try:
        print(by_length(words))
    except TypeError as error:
        print(error)
