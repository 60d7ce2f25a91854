# What is never called with an item may be given as a key all the same.
import heapq
from collections import Counter


def most(words):
    counts = Counter(words)
    return heapq.nlargest(2, counts.items(), key=lambda pair: pair[1])


print(most([]))
print(heapq.nsmallest(3, {}, key=lambda key: key[0]))
