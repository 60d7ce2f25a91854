# What stands after % is one value, or the values of a tuple, by the kind that it is of.
class A:
    def __init__(self, n): self.n = n
    def __str__(self): return "A%s" % self.n
class B(A):
    def __str__(self): return "B" + super().__str__()
class V(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    def norm(self): return self[0] ** 2 + self[1] ** 2
def f(a, b): return a * 10 + b
for o in [A(1), B(2)]:
    print("<%s>" % o, "%r" % str(o))
    print("%s|%s" % (o, o))
v = V(3, 4)
print("%d and %d" % v, "%s" % (v,), f(*v), v.norm())
x, *y = v
print(x, y, tuple(v), list(v), [*v, 5], (*v,))
for t in ["x", 5, (7,), [1], A(3), None]:
    print("[%s]" % t)
def g(*a): return a
print(g(*v), max(*v), "{} {}".format(*v), "{0[0]}".format(v), sorted(v, reverse=True))
for p in [V(1, 2), V(0, 1)]:
    match p:
        case (0, b): print("zero", b)
        case (a, b): print(a, b)
tpl = "%s!"
for o in [A(1), B(2), "s"]:
    print(tpl % o)
