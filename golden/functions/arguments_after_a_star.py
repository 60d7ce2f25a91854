# Arguments after a star: the items of all stars and what stands between them, in order.
def t(x):
    print("t", x)
    return x
def f(*a, **k):
    return a, k
def g(a, b, *c):
    return a, b, c
xs = [1, 2]
ys = (7, 8)
print(f(*xs, 3), f(0, *xs, 3), f(*xs, *ys), f(*ys, 3, *xs))
print(g(*ys, 3), g(5, *ys), g(*ys, *xs), g(1, 2, *xs, 9))
print(f(*xs, t(3)), f(t(0), *xs, t(3)))
print(max(*xs, 5), min(*xs, 0), [*xs, 3], f(*[t(1), t(2)], t(3)))
print(f(*range(3), 9), f(*"ab", "c"), f(*{"k": 1}, "d"))
class A:
    def __init__(self, *a): self.a = a
    def m(self, *a): return self.a + a
print(A(*xs, 3).m(*xs, 4), A(*ys, 1).a)
print(*xs, 3, *ys, sep=",")
print(f(*(*ys, 3), k=max(t(4), *ys, 5)), g(t(1), *ys, len(f(*xs, t(6)))))
pair = ("a", 1)
def h(s, n, flag): return s * n, flag
print(h(*pair, True), [h(*p, False) for p in [("x", 2), ("y", 3)]])
def v(*args): print(f(*args, *args[::-1]), f(1, *args, 2))
v(1, "b")
v()
