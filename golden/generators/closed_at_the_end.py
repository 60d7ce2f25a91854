# Generators that a function or the module leaves are closed in the order of their variables.
def gen(name):
    try:
        yield 1
        yield 2
    finally:
        print("closing", name)
print(next(gen("temp")))
print("next line")
v = next(gen("assigned"))
print(v)
def use():
    print("using", next(shared))
shared = gen("shared")
use()
def replace():
    global shared
    shared = gen("second")
    print("replaced")
    next(shared)
replace()
other = gen("other")
next(other)
def outer(n):
    try:
        yield from gen(n)
    finally:
        print("outer", n)
o = outer("nested")
next(o)
o = None
print("nested gone")
e = (x * 2 for x in gen("expr"))
print(next(e))
e = None
print("expr gone")
def early(flag):
    a = gen("a1")
    next(a)
    if flag:
        return "early"
    b = gen("b1")
    next(b)
    return "late"
print(early(True))
print(early(False))
m = map(lambda q: q + 1, gen("mapped"))
print(next(m))
m = None
print("map gone")
class Holder:
    def __init__(self):
        self.items = []
    def add(self, g):
        next(g)
        self.items.append(g)
h = Holder()
h.add(gen("h1"))
h.add(gen("h2"))
h.items.pop(0)
print("popped")
h = None
print("end")
def run(n):
    try:
        while True:
            yield n
    finally:
        print("closed", n)
class Q:
    def __init__(self, n):
        self.g = run(n)
        next(self.g)
    def renew(self, n):
        self.g = run(n)
        next(self.g)
q = Q(1)
q.renew(2)
print("renewed")
q = Q(3)
print("again")
q = None
print("gone")
def f():
    a = gen("a")
    b = gen("b")
    next(a); next(b)
    print("end of f")
f()
def h():
    a = gen("a")
    b = gen("b")
    next(b); next(a)
    return 5
print(h())
x = gen("x")
y = gen("y")
next(y); next(x)
print("end of module")
