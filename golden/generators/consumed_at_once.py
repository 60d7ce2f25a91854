# A generator expression that a builtin consumes at once: item by item, in order, no further than needed.
def f(x):
    print("f", x)
    return x % 3
xs = [1, 2, 3, 4, 5, 6]
print(any(f(x) == 0 for x in xs))
print(all(f(x) for x in xs if x != 2))
print(sum(f(x) for x in xs))
print(sum(x / 2 for x in xs), sum((x for x in xs), 10), sum([y for y in xs]))
print(any(x * y == 12 for x in xs for y in xs if print("t", x, y) is None))
print(list(x * x for x in xs), set(x % 3 for x in xs), dict((x, str(x)) for x in xs))
print(sorted(-x for x in xs), max(f(x) for x in xs), min((x for x in xs), key=lambda x: -x), tuple(x for x in xs))
print(",".join(str(x) for x in xs))
print(max((x for x in xs if x > 100), default=7))
class V:
    def __init__(self, v): self.v = v
    def __add__(self, o):
        print("add", self.v, o.v)
        return V(self.v + o.v)
print(sum((V(f(x)) for x in xs), V(0)).v)
def g(rows):
    return sum(sum(c for c in row) for row in rows), all(all(c > 0 for c in row) for row in rows)
print(g([[1, 2], [3, 4]]))
try:
    print(sum(10 // (x - 3) for x in xs))
except ZeroDivisionError as e:
    print("zde", e)
n = 5
print(any(n % k == 0 for k in range(2, n)), all(x is not None for x in xs), sum(1 for _ in xs), sum(True for x in xs if x > 2))
print(sum(len(w) for w in "a bb ccc".split()))
total = sum(10 ** k for k in range(25))
print(total)
print(any(x for x in []), all(x for x in []), sum(x for x in []))
