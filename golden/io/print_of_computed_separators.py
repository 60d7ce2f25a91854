# What print is given for sep, end and file is evaluated once, after the values; keyword arguments in the order of the call.
import io, sys
def f(x):
    print("f", x)
    return x
buf = io.StringIO()
print(*[1, 2], "a", file=buf)
print("x", f("y"), sep=f("-"), end=f("!\n"), file=buf)
print(buf.getvalue())
print(1, 2, 3, sep=f(", "))
print(7, sep=f("unused"))
print(*[1, 2, 3], sep=f("/"), end=f("\n"))
s = None
print(1, 2, sep=s, end=None)
print()
print(end=f("end\n"))
print("only", file=sys.stderr)
from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: int = 0
class Q:
    def __init__(self, a, b=2):
        self.a, self.b = a, b
print(P(y=f(1), x=f(2)), Q(b=f(3), a=f(4)).b)
def va(a, *rest, k=0, **kw):
    return a, rest, k, kw
print(va(f(1), f(2), k=f(3), z=f(4)), va(k=f(5), a=f(6)), va(z=f(7), a=f(8), k=f(9)))
