# The dicts of `collections` show what they are; the order of an `OrderedDict` counts and can be changed.
from collections import OrderedDict
o = OrderedDict(a=1, b=2)
print(o)
print(o == OrderedDict(b=2, a=1), o == {"b": 2, "a": 1})
o.move_to_end("a")
print(o, o.popitem(last=False), list(o), OrderedDict())
for k, v in o.items():
    print(k, v)
from collections import Counter, defaultdict
try:
    o.move_to_end("zz")
except KeyError as e:
    print(repr(e))
o["q"] = 1
o.move_to_end("q", last=False)
print(o, isinstance(o, dict), type(o).__name__, o.copy(), dict(o))
try:
    OrderedDict().popitem()
except KeyError as e:
    print(e)
print(defaultdict(int), defaultdict(int, {"a": 1}), Counter(), Counter([1, 1, 2]).copy(), Counter({"x": 0, "y": 5}), [Counter("ab")], {"k": defaultdict(list)})
def f(d):
    return d
print(f({1: 2}), f(OrderedDict({1: 2})), len(f(Counter("aa"))))
class LRU:
    def __init__(self, cap):
        self.cap = cap
        self.d = OrderedDict()
    def get(self, k):
        if k not in self.d:
            return -1
        self.d.move_to_end(k)
        return self.d[k]
    def put(self, k, v):
        self.d[k] = v
        self.d.move_to_end(k)
        if len(self.d) > self.cap:
            self.d.popitem(last=False)
c = LRU(2)
c.put(1, 1); c.put(2, 2); print(c.get(1)); c.put(3, 3); print(c.get(2), c.get(3), list(c.d.items()), c.d)
print(OrderedDict([("a", 1), ("b", 2)]) == OrderedDict([("b", 2), ("a", 1)]), OrderedDict([("a", 1), ("b", 2)]) == {"b": 2, "a": 1}, list(reversed(OrderedDict(a=1, b=2))))
