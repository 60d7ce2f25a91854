# The containers of `typing` make those of `collections` where they are called.
from collections import *
from typing import *
import typing

def count(words: List[str]) -> Counter:
    return Counter(words)

class Buffer:
    items: Deque[int]
    def __init__(self, n: int) -> None:
        self.items = Deque(maxlen=n)
    def push(self, x: int) -> "Buffer":
        self.items.append(x)
        return self

groups: DefaultDict[str, List[int]] = DefaultDict(list)
groups["a"].append(1)
od: OrderedDict[str, int] = OrderedDict()
od["x"] = 1
od.move_to_end("x")
print(count(["a", "b", "a"]).most_common(1), Buffer(2).push(1).push(2).push(3).items, groups, od, typing.Counter("aab"), typing.Deque([1]))
d: Dict[str, int] = dict(a=1)
print(isinstance(d, Dict), isinstance([1], List), isinstance(groups, DefaultDict), OrderedDict.fromkeys("ab"))
