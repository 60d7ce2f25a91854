# `x.__class__` is `type(x)`, of values of builtin types too.
class A:
    n = 3
    def me(self): return self.__class__.__name__
    def new(self): return self.__class__()
    def __repr__(self): return f"{self.__class__.__name__}({self.__class__.n})"
    def __eq__(self, o): return self.__class__ == o.__class__
    def __hash__(self): return 1
class B(A):
    n = 4
print(A().me(), B().me(), B().new(), A() == B(), A() == A(), A().__class__, B.__class__)
def f(x):
    return x.__class__.__name__
for v in (1, "a", 1.5, None, [1], (1,), {1: 2}, {1}, b"x", True, A(), B, f, len, ValueError("x"), 1j, range(3)):
    print(f(v))
try:
    1 / 0
except Exception as e:
    print(e.__class__.__name__, e.__class__ is ZeroDivisionError, e.__class__)
print("a".__class__, (5).__class__ is int, [].__class__ == list, "x".__class__("y"), isinstance(5, (1).__class__))
if B().__class__ is not A: print("other")
print(B().__class__.n, f"{'a'.__class__.__name__!r:>8}", B().__class__.__qualname__, B().__class__.__mro__[1].__name__ if False else "")
