# What `__eq__`, `__hash__` and `__lt__` raise inside operations of containers is caught as any exception, and the
# container stays as it was.
class NoHash:
    def __eq__(self, other):
        return True

class Bad:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        if self.n < 0:
            raise ValueError("negative hash")
        return 7
    def __eq__(self, other):
        if self.n == 13 or other.n == 13:
            raise RuntimeError("unlucky")
        return self.n == other.n
    def __lt__(self, other):
        if self.n == 5:
            raise KeyError("five")
        return self.n < other.n
    def __repr__(self):
        return f"Bad({self.n})"

def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, RuntimeError, KeyError) as e:
        print(type(e).__name__, e)

attempt(lambda: {NoHash()})
attempt(lambda: {NoHash(): 1})
attempt(lambda: len({Bad(1), Bad(2)}))
attempt(lambda: len({Bad(1), Bad(-2)}))
attempt(lambda: len({Bad(1), Bad(13)}))
s = {Bad(1), Bad(2)}
try:
    s.add(Bad(13))
except RuntimeError as e:
    print("add", e, len(s))
try:
    s.add(Bad(-1))
except ValueError as e:
    print("add", e, len(s))
d = {Bad(1): "one"}
try:
    d[Bad(13)] = "x"
except RuntimeError as e:
    print("set", e, d)
try:
    print(d[Bad(13)])
except RuntimeError as e:
    print("get", e, d)
try:
    print(d[Bad(3)])
except KeyError as e:
    print("get", e, d)
try:
    del d[Bad(-3)]
except ValueError as e:
    print("del", e, d)
xs = [Bad(1), Bad(13), Bad(2)]
try:
    print(Bad(2) in xs)
except RuntimeError as e:
    print("in", e)
try:
    print(xs.index(Bad(2)))
except RuntimeError as e:
    print("index", e)
try:
    xs.remove(Bad(9))
except RuntimeError as e:
    print("remove", e, xs)
try:
    print(sorted([Bad(3), Bad(5), Bad(1)]))
except KeyError as e:
    print("sorted", e)
try:
    print(max([Bad(3), Bad(5), Bad(1)]))
except KeyError as e:
    print("max", e)
try:
    print(min(Bad(3), Bad(5)))
except KeyError as e:
    print("min", e)
try:
    print([Bad(1), Bad(13)] == [Bad(1), Bad(2)])
except RuntimeError as e:
    print("eq", e)
try:
    print({Bad(i) for i in (1, 2, 13, 4)})
except RuntimeError as e:
    print("setcomp", e)
try:
    print({Bad(i): i for i in (1, -2, 13, 4)})
except ValueError as e:
    print("dictcomp", e)
try:
    print(hash(Bad(-1)))
except ValueError as e:
    print("hash", e)
try:
    print(hash(NoHash()))
except TypeError as e:
    print("hash", e)
try:
    print(d.get(Bad(13), "no"), d.pop(Bad(-1), "no"))
except RuntimeError as e:
    print("get", e)
try:
    d[Bad(13)] += "x"
except RuntimeError as e:
    print("aug", e)
def f():
    return Bad(13) in {Bad(1): 2}
try:
    f()
except RuntimeError as e:
    print("nested", e)
print("end")
