# `scaleb` moves the point of a number; `copy_sign` and `same_quantum` ask another for its sign and its places.
from decimal import Decimal

for places in (2, 0, -3):
    print(Decimal(1).scaleb(-places), Decimal("12.50").scaleb(places), Decimal("-0.7").scaleb(places))
cents = Decimal(1234).scaleb(-2)
print(cents, cents == Decimal("12.34"), cents.scaleb(2), Decimal(0).scaleb(-4))
print(cents.copy_sign(Decimal("-1")), Decimal(-3).copy_sign(1), Decimal(5).copy_sign(-2))
print(cents.same_quantum(Decimal("0.01")), cents.same_quantum(Decimal("0.1")), Decimal(7).same_quantum(3))
