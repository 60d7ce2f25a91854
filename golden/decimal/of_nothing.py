# `Decimal` and `Fraction` of what is no number raise; what a pattern found may be text or None.
import re
from decimal import Decimal
from fractions import Fraction

for text in ["1.5 kg", "kg"]:
    number = re.match(r"(\d+\.\d+)?", text).group(1)
    for convert in [lambda value: Decimal(value), lambda value: Fraction(value)]:
        try:
            print(convert(number) * 2)
        except TypeError as error:
            print(error)
print(Decimal("2.5").to_integral(), Decimal("3.7").to_integral())
