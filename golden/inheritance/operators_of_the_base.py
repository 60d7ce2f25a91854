# `super().__add__(other)` and its like, where the base is a builtin type.
class Money(int):
    def __add__(self, other):
        return Money(super().__add__(other))
    def __sub__(self, other):
        return Money(super().__sub__(int(other)))
    def __repr__(self):
        return "$" + super().__repr__()
class CI(str):
    def __eq__(self, other):
        return self.lower() == other.lower()
    def __hash__(self):
        return hash(self.lower())
    def __add__(self, other):
        return CI(super().__add__(other))
    def __contains__(self, x):
        return super().__contains__(x.lower())
class L(list):
    def __add__(self, other):
        return L(super().__add__(other))
    def __mul__(self, k):
        return L(super().__mul__(k))
    def __getitem__(self, i):
        r = super().__getitem__(i)
        return L(r) if isinstance(i, slice) else r
    def __eq__(self, o):
        return super().__eq__(o)
class D(dict):
    def __or__(self, o):
        return D(super().__or__(o))
class T(tuple):
    def __add__(self, o):
        return T(super().__add__(o))
class F(float):
    def __mul__(self, o):
        return F(super().__mul__(o))
    def __truediv__(self, o):
        return F(super().__truediv__(o))
    def __eq__(self, o):
        return abs(self - o) < 1e-9
    def __hash__(self): return super().__hash__()
print(Money(3) + Money(4), Money(5) - 2)
print(CI("A") == CI("a"), CI("x") + "y", "z" in CI("xyz"))
print(L([1]) + L([2]), L([1]) * 3, L([1,2,3])[1:], L([1]) == [1])
print(D(a=1) | D(b=2))
print(T((1,)) + T((2,)))
print(F(2) * 3, F(3) / 2, F(0.1 + 0.2) == F(0.3))
class T2(tuple):
    def __hash__(self):
        return super().__hash__() + 1
    def __lt__(self, other):
        return len(self) < len(other) or super().__lt__(other)
    def __repr__(self):
        return "T2" + super().__repr__()
print(T2((1,2)) < T2((1,3)), hash(T2((1,))) == hash((1,)) + 1, T2((3,)))
