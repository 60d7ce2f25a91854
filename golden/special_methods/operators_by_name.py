# Operators of builtin values by the names of their methods, reflected and of one operand too.
x = -3.5
print(getattr(x, "__neg__")())
print((5).__add__(3), (2.5).__mul__(2), "a".__add__("b"), (3).__neg__(), [1].__len__(), (7).__mod__(4), (7).__floordiv__(2), "abc".__contains__("b"), (1).__lt__(2), (3).__eq__(3), "x".__hash__() == hash("x"), "ab".__getitem__(0), [3,4].__getitem__(1), {"a":1}.__contains__("a"))
print((5).__repr__(), "q".__repr__(), (4).__pow__(2), (2).__radd__(1), (3).__rsub__(1), (6).__and__(3), (6).__or__(1), (6).__xor__(3), (1).__lshift__(4), (8).__rshift__(1), (5).__invert__(), (3.5).__neg__(), (1.5).__add__(1), [1].__add__([2]), [1].__mul__(2), (1,).__add__((2,)), "ab".__mul__(2), "a".__lt__("b"), [1,2].__eq__([1,2]), (7).__truediv__(2))
print((2).__rpow__(3), (2.0).__rtruediv__(1), (3).__rfloordiv__(10), (3).__rmod__(10), "ab".__rmul__(2), [0].__rmul__(3), (+5).__pos__(), (2).__pow__(-1))
class Meters(int):
    def __sub__(self, other):
        return Meters(super().__sub__(other))
    def __rsub__(self, other):
        return Meters(super().__rsub__(other))
    def __neg__(self):
        return Meters(super().__neg__())
    def __pow__(self, n):
        return Meters(super().__pow__(n))
    def __repr__(self):
        return f"{int(self)}m"
print(Meters(5) - 2, 7 - Meters(5), -Meters(4), Meters(3) ** 2)
