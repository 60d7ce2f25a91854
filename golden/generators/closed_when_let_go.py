# A generator is closed when the last variable that holds it is bound again, unbound or ends.
def gen(name):
    try:
        yield 1
        yield 2
    finally:
        print("closing", name)

g = gen("a")
print(next(g))
g = gen("b")
print("rebound")
print(next(g))
g = None
print("none")
def f():
    h = gen("c")
    print(next(h))
    h = gen("d")
    print("in f")
    print(next(h))
    del h
    print("deleted")
    k = gen("e")
    next(k)
    print("end of f")
f()
print("after f")
for x in gen("loop"):
    print(x)
    if x == 1:
        break
print("after break")
def first(it):
    for v in it:
        return v
print(first(gen("first")))
print("after first")
it = iter(gen("iter"))
next(it)
it = 5
print("it rebound")
a, b = gen("t1"), gen("t2")
next(a); next(b)
a, b = b, a
print("swapped")
a = None
print("a gone")
b = a
print("b gone")
lst = [gen("l1"), gen("l2")]
for q in lst: next(q)
q = None
lst.pop()
print("popped")
lst.clear()
print("cleared")
d = {"x": gen("d1")}
next(d["x"])
d["x"] = gen("d2")
print("replaced")
del d["x"]
print("end")
