# A name that a call gives itself may not stand in the dict behind `**` as well, nor where both go into `**kwargs`.
def f(a, b=1, **kw): return a, b, sorted(kw.items())
def h(a, b=1): return a, b
d = {"a": 1}
e = {"b": 1}
for call in (lambda: f(a=2, **d), lambda: f(2, **d), lambda: f(1, b=2, **e), lambda: h(a=1, **d), lambda: h(1, **d), lambda: h(1, b=2, **e), lambda: h(**e, b=2)):
    try:
        print(call())
    except TypeError as x: print(x)
class C:
    def m(self, **kw): return kw
    def __init__(self, **kw): self.kw = kw
for call in (lambda: C(a=2, **d).kw, lambda: C().m(**d, a=1)):
    try:
        print(call())
    except TypeError as x: print(x)
def g(**kw): return sorted(kw.items())
d1 = {"a": 1}
try:
    print(g(**d1, a=3))
except TypeError as e: print(e)
try:
    print(g(a=3, **d1))
except TypeError as e: print(e)
try:
    print(dict(a=3, **d1))
except TypeError as e: print(e)
try:
    print(dict(**d1, a=3))
except TypeError as e: print(e)
