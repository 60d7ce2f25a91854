# The empty tuple is a tuple wherever it comes from: slices, `*args`, sums, exceptions.
t = (1, 2, 3, 4)
print(t[5:], t[2:2], ())
a = t[5:]
print(len(a), a == (), bool(a))
def f(*args):
    return args
print(f(), f(1))
print(() + (), (1,)[1:], (1,)[1:] + (), t[4:] + t[:1])
from dataclasses import dataclass
@dataclass(frozen=True)
class E:
    pass
print(E(), hash(E()) == hash(E()), E() == E())
def g(a, *rest):
    return a, rest
print(g(1), g(1, 2))
class X(Exception):
    pass
try:
    raise X()
except X as e:
    print(repr(e), e.args)
