# `sum` begins with 0, and a class that adds only its own kind says so of the first item.
class Fraction:
    def __init__(self, num, den):
        self.num = num
        self.den = den

    def __add__(self, other):
        return Fraction(self.num * other.den + other.num * self.den, self.den * other.den)

    __radd__ = __add__

    def __str__(self):
        return f"{self.num}/{self.den}"


halves = [Fraction(1, 2), Fraction(1, 3)]
print(sum(halves, Fraction(1, 4)))
try:
    print(sum(halves))
except AttributeError as error:
    print(error)
try:
    print(1 + halves[0])
except AttributeError as error:
    print(error)
