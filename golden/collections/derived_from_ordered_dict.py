# A class derived from OrderedDict: the cache that forgets what was used least recently.
from collections import OrderedDict
import collections


class LRU(OrderedDict):
    def __init__(self, maxsize=2, *args, **kwds):
        self.maxsize = maxsize
        super().__init__(*args, **kwds)

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        if key in self:
            self.move_to_end(key)
        super().__setitem__(key, value)
        if len(self) > self.maxsize:
            oldest = next(iter(self))
            del self[oldest]


d = LRU(2)
d["a"] = 1
d["b"] = 2
print(d, d["a"], d)
d["c"] = 3
print(list(d), "b" in d, len(d), d.get("c"), d.popitem(last=False), d)
try:
    d["b"]
except KeyError as e:
    print("KeyError", e)
print(isinstance(d, OrderedDict), isinstance(d, dict), type(d).__name__)


class Registry(collections.OrderedDict):
    def first(self):
        return next(iter(self.items()))

    def __missing__(self, key):
        return key * 2


r = Registry([("x", 1), ("y", 2)])
r["z"] = 3
print(r, r.first(), list(reversed(r)), r["q"], list(r.values()))
r.move_to_end("x")
print(r == Registry([("y", 2), ("z", 3), ("x", 1)]), r == OrderedDict([("x", 1), ("y", 2), ("z", 3)]), r == {"x": 1, "y": 2, "z": 3})
print(Registry(), f"{r}", [r])
for k, v in r.items():
    print(k, v)
