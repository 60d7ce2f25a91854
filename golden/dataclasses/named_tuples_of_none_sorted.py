# Named tuples are ordered field by field: what may be None, or of several kinds, raises only where it decides.
import heapq
from collections import namedtuple
from typing import NamedTuple

Item = namedtuple("Item", "rank note")


class Job(NamedTuple):
    cost: int
    note: str | None = None
    tag: int | str = 0


items = [Item(3, "b"), Item(1, None), Item(2, None)]
print(sorted(items), min(items), max(items).note, items[1] < items[0])
try:
    print(sorted([Item(1, None), Item(1, "b")]))
except TypeError as error:
    print(error)
jobs = []
for job in [Job(3, "c"), Job(1), Job(2, "x", "t"), Job(2, "x", "a")]:
    heapq.heappush(jobs, job)
print([heapq.heappop(jobs).tag for _ in range(4)])
try:
    sorted([Job(1, "a", 3), Job(1, "a", "b")])
except TypeError as error:
    print(error)
