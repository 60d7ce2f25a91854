# Methods may have any name, those of Rust's own types too.
class Q:
    def __init__(self):
        self.n = 0
    def get(self):
        self.n += 1
        print("get", self.n)
    def len(self):
        print("len")
        return 3
    def at(self, i):
        print("at", i)
        return i
    def clone(self):
        print("clone")
        return self
    def expect(self, x):
        print("expect", x)
        return x
    def lower(self):
        print("lower")
        return "x"
    def is_none(self):
        print("is_none")
        return False
    def is_some(self):
        print("is_some")
        return True
    def iter(self):
        print("iter")
        return [1]
    def append(self, x):
        print("append", x)
    def set(self, v):
        print("set", v)
        return self
    def uncaught(self):
        print("uncaught")
        return 1
    def __eq__(self, other):
        print("eq")
        return True
def box(tag):
    print("box", tag)
    return {0: 1, 3: 1}
q = Q()
print(q.get() is None, q.get() is not q.len(), isinstance(q.len(), int))
q.get()
q.len()
q.clone()
q.expect(1)
print(q.at(3) in box("a"), q.lower() in box("b"), q.len() in box("c"), (q == q) in box("d"))
if q.get() is None:
    print("none")
if q.is_none() or q.is_some():
    print("asked")
for x in q.iter():
    print(x)
q.append(1)
q.set(1).set(2)
if q.uncaught():
    print("after")
def f(p):
    if p.is_none():
        return 1
    return p.expect("z") or p.clone().expect("y")
print(f(q), callable(q.get), bool(q.len()), q.n)
while q.is_none():
    pass
