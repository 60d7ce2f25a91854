# A dict, set or deque whose size changes while a loop walks it: the next round raises.
from collections import deque
class Flag:
    def __init__(self, ok):
        self.ok = ok
    def __bool__(self):
        if not self.ok:
            raise ValueError("no truth")
        return True
try:
    if Flag(True):
        print("yes")
    if Flag(False):
        print("never")
except ValueError as e:
    print(e)
try:
    print(not Flag(False))
except ValueError as e:
    print(e)
d = {"a": 1, "b": 2}
try:
    for k in d:
        d[k + "x"] = 0
except RuntimeError as e:
    print(e, d)
try:
    for k, v in d.items():
        del d[k]
except RuntimeError as e:
    print(e, d)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
q = deque([1, 2, 3])
try:
    for x in q:
        q.append(x)
except RuntimeError as e:
    print(e)
class Reg:
    def __init__(self):
        self.items = {"x": 1}
    def grow(self):
        self.items["n" + str(len(self.items))] = 1
    def walk(self):
        for k in self.items:
            self.grow()
r = Reg()
try:
    r.walk()
except RuntimeError as e:
    print(e)
try:
    for i, k in enumerate(d):
        d["z" + str(i)] = i
except RuntimeError as e:
    print(e)
keys = [1, "a", [2]]
for k in keys:
    try:
        print({k: 1})
    except TypeError as e:
        print(e)
try:
    print(sorted([{"a": 1}, {"b": 2}]))
except TypeError as e:
    print(e)
print(sorted([3, 1]))
for k in d:
    d.clear()
