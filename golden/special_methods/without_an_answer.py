# `__str__` and its kin that end without an answer: Python raises `TypeError` where it asks for one.
class A(object):
    def __init__(self, name): self.name = name
    def __str__(self):
        if self.name:
            return self.name
class B(object):
    def __str__(self):
        print("in str")
class Node(object):
    def __init__(self, kind): self.kind = kind
    def __repr__(self):
        if self.kind == 1:
            return "one"
        elif self.kind == 2:
            return
        elif self.kind == 3:
            return "three"
    def __len__(self):
        if self.kind: return self.kind
    def __bool__(self):
        if self.kind > 1: return True
class Shape(object):
    def __str__(self): pass
class Sq(Shape):
    def __str__(self): return "sq"
def t(f):
    try: print(f())
    except TypeError as e: print("TypeError:", e)
t(lambda: str(A("x")))
t(lambda: "%s" % A(""))
t(lambda: "{}".format(B()))
for k in range(5):
    t(lambda: repr(Node(k)))
    t(lambda: [Node(k)])
    t(lambda: len(Node(k)))
    t(lambda: bool(Node(k)))
for s in (Sq(), Shape()):
    t(lambda: str(s))
class Plain(object):
    def __init__(self, kind): self.kind = kind
    def __repr__(self):
        if self.kind: return "plain"
class Below(Plain): pass
for value in (Plain(1), Plain(0), Below(0)):
    t(lambda: str(value))
    t(lambda: repr(value))
    t(lambda: f"{value} {value!r}")
print(A(""))
