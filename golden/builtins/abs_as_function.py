# `abs` is handed on as a function of objects with `__abs__`, of complex numbers and of those of the library.
from decimal import Decimal
from fractions import Fraction


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __abs__(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __repr__(self):
        return f"<{self.x}, {self.y}>"


class Broken:
    def __abs__(self):
        raise ValueError("no size")


vectors = [Vector(3, 4), Vector(1, 0), Vector(0, 2)]
print(max(vectors, key=abs), sorted(vectors, key=abs), list(map(abs, vectors)))
print(max([3 + 4j, 1j], key=abs), list(map(abs, [Decimal(-1), Decimal(2)])))
print(sorted([Fraction(-1, 2), Fraction(1, 3)], key=abs))
try:
    print(min([Broken(), Broken()], key=abs))
except ValueError as error:
    print(error)
