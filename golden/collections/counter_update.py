# `Counter.update` adds the counts of an iterable.
from collections import Counter

counts = Counter("miss")
counts.update("issippi")
counts.update(["s", "q"])
print(counts, counts["z"])
empty = Counter()
empty.update([3, 1, 3])
print(empty.most_common(), dict(empty))
