# NotImplemented hands over to the other operand, then to TypeError; `__format__` answers every way of formatting.
class Vec:
    def __init__(self, *xs):
        self.xs = list(xs)

    def __add__(self, other):
        if isinstance(other, Vec):
            return Vec(*[a + b for a, b in zip(self.xs, other.xs)])
        if isinstance(other, (int, float)):
            return Vec(*[a + other for a in self.xs])
        return NotImplemented

    __radd__ = __add__

    def __mul__(self, k):
        return Vec(*[a * k for a in self.xs])

    def __rmul__(self, k):
        return self * k

    def __iadd__(self, other):
        self.xs = [a + b for a, b in zip(self.xs, other.xs)]
        return self

    def __format__(self, spec):
        return "(" + ", ".join(format(x, spec) for x in self.xs) + ")"

    def __repr__(self):
        return f"Vec{tuple(self.xs)}"

    def __neg__(self):
        return self * -1

    def __abs__(self):
        return sum(x * x for x in self.xs) ** 0.5

    def __bool__(self):
        return any(self.xs)


v, w = Vec(1, 2), Vec(3, 4)
print(v + w, v + 1, 1 + v, 2 * v, v * 3, -v, abs(w), f"{w:.1f}", format(v, "03d"), bool(Vec(0, 0)))
u = v
v += w
print(u is v, v, sum([Vec(1, 1), Vec(2, 2)], Vec(0, 0)))
try:
    print(v + "x")
except TypeError as e:
    print("TypeError:", e)
print("{:.2f} {!r}".format(v, w), "%s" % v)
