# A fraction of a number of several types: which it is, the run knows.
from fractions import Fraction


def exact(number, below=1):
    if isinstance(number, (int, Fraction)):
        return Fraction(number, below)
    return number


class Term:
    def __init__(self, factor):
        self.factor = exact(factor)

    def scaled(self, by):
        if isinstance(by, (int, float, Fraction)):
            return Term(self.factor * exact(by))
        raise ValueError(f"cannot scale by {by!r}")


for value in (3, Fraction(3, 4), 7):
    print(exact(value), exact(value, 2))
print(Term(2).scaled(Fraction(1, 3)).factor, Term(Fraction(1, 2)).scaled(4).factor)
try:
    print(Term(1).scaled("x"))
except ValueError as error:
    print(error)
