# The items of a dict are sorted by their keys: no two are equal, so the values need no order.
from collections import defaultdict
class P:
    def __init__(self, n): self.n = n
seen = defaultdict(list)
def f(what, p): seen[what].append(p)
f("b", P(1)); f("a", None); f("b", P(3))
print({k: len(v) for k, v in sorted(seen.items())}, [k for k, _ in sorted(seen.items(), reverse=True)])
d = {2: P(5), 1: P(6)}
for k, p in sorted(d.items()): print(k, p.n)
g = {(1, "x"): P(1), (0, "y"): P(2)}
print([(k, p.n) for k, p in sorted(g.items())])
funcs = {"b": len, "a": max}
print([(n, fn([3, 1])) for n, fn in sorted(funcs.items())])
try:
    for k, p in sorted(d.items(), reverse=False): print(k, p.n)
except TypeError as e: print(e)
