# What may only be given by position is not given by name, unless `**` takes it; a `*` takes any number of arguments.
def h(a, /, b, *, c): return a + b + c
try: h(a=1, b=2, c=3)
except TypeError as x: print(x)
def k(a, b, /): return a
try: k(a=1, b=2)
except TypeError as x: print(x)
try: k(1, b=2)
except TypeError as x: print(x)
def m(a, /, **kw): return a, kw
print(m(1, a=2))
try: m(a=2)
except TypeError as x: print(x)
def n(a, **kw): return a, kw
try: n(x=1)
except TypeError as x: print(x)
def f(a, *r, b): return r
try: f(1, 2, 3)
except TypeError as x: print(x)
try: f(b=3)
except TypeError as x: print(x)
def g(a, b, /, c): pass
try: g(1, 2, 3, 4)
except TypeError as x: print(x)
try: g(1, a=2, z=3)
except TypeError as x: print(x)
try: g(1, z=3)
except TypeError as x: print(x)
try: g(b=1, a=2, c=3)
except TypeError as x: print(x)
try: g(1, 2, 3, c=4)
except TypeError as x: print(x)
class C:
    def __init__(self, a, *, b=1): pass
    def m(self, x, /): pass
try: C(1, 2)
except TypeError as x: print(x)
try: C()
except TypeError as x: print(x)
try: C(1).m(x=1)
except TypeError as x: print(x)
try: C(1).m()
except TypeError as x: print(x)
