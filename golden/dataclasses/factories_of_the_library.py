# A field's factory is anything that is called without arguments: classes of the library and builtin types too.
import collections
import random
from collections import Counter, deque
from dataclasses import dataclass, field


def greeting() -> str:
    return "hi"


class Box:
    def __init__(self):
        self.size = 1


@dataclass
class Held:
    queue: deque = field(default_factory=deque)
    counts: Counter = field(default_factory=Counter)
    other: collections.OrderedDict = field(default_factory=collections.OrderedDict)
    text: str = field(default_factory=str)
    number: int = field(default_factory=int)
    pair: tuple = field(default_factory=tuple)
    items: list = field(default_factory=list)
    greeting: str = field(default_factory=greeting)
    box: Box = field(default_factory=Box)
    source: random.Random = field(default_factory=random.Random, repr=False)


one, two = Held(), Held()
one.queue.append(3)
one.counts["a"] += 1
one.other["k"] = 2
one.items.append(5)
print(one.queue, one.counts, one.other, repr(one.text), one.number, one.pair, one.items)
print(two.queue, two.counts, two.other, two.greeting, two.box.size, two.items)
one.source.seed(3)
print(one.source.randint(1, 6), one.box is two.box)
