# Entries of a heap may end in what has no order, as long as something before it differs.
import heapq
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    ARRIVE = 1
    LEAVE = 2


class Event(NamedTuple):
    time: float
    seq: int
    kind: Kind
    note: dict[str, int]


class Job:
    def __init__(self, n: int) -> None:
        self.n = n


heap: list[tuple[int, Job, Kind]] = []
for i in (3, 1, 2):
    heapq.heappush(heap, (i, Job(i), Kind.ARRIVE))
print([heapq.heappop(heap)[0] for _ in range(3)])

events: list[Event] = []
for seq, time in enumerate([2.5, 0.5, 1.5, 0.5]):
    heapq.heappush(events, Event(time, seq, Kind.LEAVE if seq % 2 else Kind.ARRIVE, {"n": seq}))
print(min(events).seq, max(events).seq)
while events:
    event = heapq.heappop(events)
    print(event.time, event.seq, event.kind.name, event.note)

try:
    print(sorted([(1, Kind.ARRIVE), (1, Kind.LEAVE)]))
except TypeError as error:
    print(error)
try:
    print(Event(1.0, 1, Kind.ARRIVE, {}) < Event(1.0, 1, Kind.LEAVE, {}))
except TypeError as error:
    print(error)
print(Event(1.0, 1, Kind.LEAVE, {}) < Event(1.0, 2, Kind.ARRIVE, {}))
