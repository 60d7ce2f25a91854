# A Fraction is exact; with ints it stays a Fraction, with floats it becomes a float.
from fractions import Fraction

a, b = Fraction(3, 4), Fraction(-1, 6)
print(a, repr(b), Fraction(6, -4), Fraction(5), Fraction(), Fraction("3/7"), Fraction(" -1.25e-1 "), Fraction(0.5), Fraction(a))
print(a + b, a - b, a * b, a / b, a // b, a % b, a**2, a**-2, -a, abs(b), +b)
print(a + 1, 1 - a, 2 * a, a / 3, 3 / a, 7 // a, 7 % a, a + 0.25, 1.5 - a, a * 2.0, a / 0.5, a**0.5)
print(a == Fraction(6, 8), a == 0.75, a == 1, a != b, a < b, a > 0, b <= 0.5, 1 >= a, Fraction(2) == 2)
print(a.numerator, a.denominator, float(a), int(Fraction(-7, 2)), round(Fraction(5, 2)), round(Fraction(22, 7), 2))
print(hash(Fraction(2)) == hash(2), hash(Fraction(1, 2)) == hash(0.5), {Fraction(1, 2): "half"}[Fraction(2, 4)], bool(Fraction(0)))
print(Fraction(3.141592653589793).limit_denominator(1000), Fraction(0.1).limit_denominator(), a.as_integer_ratio())
print(sum([Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)]), max(a, b), sorted([a, b, Fraction(1, 2)]), f"{a} {b!r}")


def harmonic(n: int) -> Fraction:
    total = Fraction(0)
    for k in range(1, n + 1):
        total += Fraction(1, k)
    return total


print(harmonic(10), harmonic(30))


def attempt(action):
    try:
        print(action())
    except (ZeroDivisionError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


attempt(lambda: Fraction(1, 0))
attempt(lambda: a / 0)
attempt(lambda: a // Fraction(0))
attempt(lambda: Fraction("1/0"))
attempt(lambda: Fraction("abc"))
attempt(lambda: Fraction(float("nan")))
attempt(lambda: Fraction(0) ** -1)
attempt(lambda: a + "x")
attempt(lambda: a < "x")
