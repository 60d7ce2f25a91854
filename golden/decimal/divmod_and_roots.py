# `divmod` and powers of Decimal and Fraction; functions of `math` take them as the float that they are near.
import math
from decimal import Decimal
from fractions import Fraction

price = Decimal("2.50")
print(divmod(price, 1), divmod(price, Decimal("0.3")), divmod(7, Decimal(2)), divmod(-price, 2), 2 ** Decimal(3))
print(divmod(Fraction(7, 2), 1), divmod(Fraction(7, 2), Fraction(2, 3)))
print(math.sqrt(Fraction(1, 4)), math.log10(Decimal(100)), math.hypot(Fraction(3), 4), math.isclose(price, 2.5))
for value in [Decimal(4), 9, "x", Fraction(1, 16)]:
    try:
        print(math.sqrt(value))
    except TypeError as error:
        print(error)
for zero in [lambda: divmod(price, 0), lambda: divmod(Fraction(1), 0)]:
    try:
        zero()
    except ArithmeticError as error:
        print(error)
