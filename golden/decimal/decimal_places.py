# `as_tuple` says how many places a number has.
from decimal import Decimal


def places(number):
    return max(0, -Decimal(str(number)).as_tuple().exponent)


print(places(3.14), places(2), places(0.001), places(1e22))
parts = Decimal("-12.50").as_tuple()
print(parts, parts.sign, parts.exponent, parts == Decimal("-12.50").as_tuple(), Decimal("1E+3").as_tuple())
