# Fraction and Decimal are made of values of several kinds; beside other numbers they have their order.
from decimal import Decimal
from fractions import Fraction

for value in [1, 0.25, "3/7"]:
    print(Fraction(value))
for value in [2, 0.5, "1.50"]:
    print(Decimal(value))
for number in [1, 0.5]:
    print(Fraction(number), Decimal(number))
print(Fraction(Decimal("0.75")), Fraction(Decimal("-1e3")))
print(Decimal("3.14").as_integer_ratio(), Decimal("1.5").compare(Decimal(2)), Decimal(1).is_finite())

mixed = [Fraction(1, 2), 3, 0.25]
print(sum(mixed), max(mixed), min(mixed), sorted(mixed), 0.5 in mixed)
prices = [Decimal("1.5"), 3, 0.5]
print(sorted(prices), max(prices), prices.index(Decimal(3)))
