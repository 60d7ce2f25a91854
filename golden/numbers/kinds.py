# The classes of `numbers` say what kinds of numbers there are: an int is of all of them.
from numbers import Number, Integral
import numbers
from fractions import Fraction
def f(x: Number, y: Number = 1) -> Number:
    if not isinstance(x, Number):
        raise TypeError("no")
    return x + y
print(f(1), f(2.5), f(1j), f(Fraction(1, 2)))
try:
    f("s")
except TypeError as e:
    print(e)
print(isinstance(3, Integral), isinstance(3.0, Integral), isinstance(True, numbers.Integral), isinstance("a", numbers.Real), isinstance(2.5, (numbers.Real, str)))
def g(x):
    if isinstance(x, numbers.Integral): return "int"
    elif isinstance(x, numbers.Real): return "real"
    return "?"
print(g(1), g(1.5), g("a"))
