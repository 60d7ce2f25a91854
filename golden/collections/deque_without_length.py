# A deque whose length is `None` has none, also where only the run knows it.
from collections import deque


def last(items, n=None):
    kept = deque(maxlen=n)
    for item in items:
        kept.append(item)
    return kept


print(deque(maxlen=None), deque([1, 2], maxlen=None), deque("abc", None))
print(last([1, 2, 3]), last([1, 2, 3], 2))


def copied(items, n):
    return deque(items, n)


for n in (None, 2):
    print(copied([1, 2, 3], n), copied([1], n).maxlen)
