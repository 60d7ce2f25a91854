# The keys of a sort may be None where a dict lacks an item: they meet others as in CPython; of its own items a dict lacks none.

d = {"a": 1, "b": 2}
try:
    print(sorted(["a", "zz", "b"], key=d.get))
except TypeError as e:
    print(e)
try:
    print(max(["zz", "a"], key=d.get))
except TypeError as e:
    print(e)
print(max(d, key=d.get), min(d, key=d.get), sorted(d, key=d.get, reverse=True), max(d.keys(), key=d.get))
class C:
    def __init__(self): self.n = {"x": 3, "y": 5}
    def best(self): return max(self.n, key=self.n.get)
print(C().best())

import heapq

print(heapq.nlargest(1, d, key=d.get), heapq.nsmallest(1, d, key=d.get))
