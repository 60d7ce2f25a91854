# `max` and `min` are handed on as functions of values of several kinds.
from functools import reduce
from itertools import accumulate

rows = [{"name": "a", "count": 2}, {"name": "b", "count": 5, "tags": ["x"]}, {"name": "c", "count": 3}]
counts = [row["count"] for row in rows]
print(list(accumulate(counts, max)), reduce(min, counts), list(map(max, counts, reversed(counts))))
print(list(accumulate((row["name"] for row in rows), min)))

# What has no order raises where it meets.
try:
    print(list(accumulate([row.get("tags", row["count"]) for row in rows], max)))
except TypeError as error:
    print(error)
