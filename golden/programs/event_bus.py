# An event bus: mixins beside an abstract base, subscriptions as named tuples, decorators, a generator as context manager.
from __future__ import annotations

import heapq
from abc import ABC, abstractmethod
from collections import defaultdict, namedtuple
from dataclasses import dataclass, field
from enum import Enum, IntEnum, auto
from functools import total_ordering, wraps
from contextlib import contextmanager


class EventType(Enum):
    CREATED = auto()
    UPDATED = auto()
    DELETED = auto()


class Priority(IntEnum):
    LOW = 1
    NORMAL = 5
    HIGH = 10


Subscription = namedtuple("Subscription", "kind handler priority")


@dataclass
class Event:
    kind: EventType
    payload: dict[str, int] = field(default_factory=dict)
    handled: bool = False


class LoggerMixin:
    def log(self, text):
        self.lines.append(f"[{type(self).__name__}] {text}")


class Base(ABC):
    def __init__(self):
        self.lines = []

    @abstractmethod
    def handle(self, event: Event) -> bool:
        ...


class Auditor(LoggerMixin, Base):
    def handle(self, event):
        self.log(f"{event.kind.name} {sorted(event.payload.items())}")
        return True


class Counter(LoggerMixin, Base):
    def __init__(self):
        super().__init__()
        self.counts = defaultdict(int)

    def handle(self, event):
        self.counts[event.kind] += 1
        self.log(str(self.counts[event.kind]))
        return event.kind is not EventType.DELETED


class Bus:
    def __init__(self):
        self.subs: list[Subscription] = []

    def subscribe(self, kind, handler, priority=Priority.NORMAL):
        self.subs.append(Subscription(kind, handler, priority))
        self.subs.sort(key=lambda s: -s.priority)

    def publish(self, event):
        for kind, handler, _ in self.subs:
            if kind is event.kind and not handler.handle(event):
                break
        else:
            event.handled = True
        return event


def checked(fn):
    @wraps(fn)
    def inner(*args):
        try:
            return fn(*args)
        except KeyError as e:
            return f"missing {e}"
    return inner


@checked
def parse(name):
    return EventType[name]


@total_ordering
class Job:
    def __init__(self, name, priority):
        self.name = name
        self.priority = priority

    def __eq__(self, other):
        return self.priority == other.priority

    def __lt__(self, other):
        return self.priority > other.priority


@contextmanager
def batch(bus, events):
    print("begin", len(events))
    try:
        yield [bus.publish(e) for e in events]
    finally:
        print("end")


bus = Bus()
auditor, counter = Auditor(), Counter()
for kind in EventType:
    bus.subscribe(kind, auditor)
    bus.subscribe(kind, counter, Priority.HIGH)
events = [Event(EventType.CREATED, {"a": 1}), Event(EventType.DELETED), Event(EventType.CREATED)]
with batch(bus, events) as done:
    print([e.handled for e in done])
print(auditor.lines)
print(counter.lines, {k.name: v for k, v in counter.counts.items()})
print(parse("CREATED"), parse("NOPE"))
jobs = [Job("a", Priority.LOW), Job("b", Priority.HIGH), Job("c", Priority.NORMAL)]
heapq.heapify(jobs)
print([heapq.heappop(jobs).name for _ in range(3)])
print(events[0])
try:
    Base()
except TypeError as e:
    print(e)
