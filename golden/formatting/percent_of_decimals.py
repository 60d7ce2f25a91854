# `%d` and `%f` take a Decimal or Fraction as a number; `%x` wants an integer.
from decimal import Decimal
from fractions import Fraction

for number in [Decimal("3.70"), Fraction(-7, 2), Decimal("1e20")]:
    print("%d|%5i|%.2f|%g|%s" % (number, number, number, number, number), "%+05d" % number)
    try:
        print("%x" % number)
    except TypeError as error:
        print(error)
print("%s costs %6.2f, %d in all" % ("tea", Decimal("2.5"), Decimal(3)), "%(n)d" % {"n": Decimal(5)})
