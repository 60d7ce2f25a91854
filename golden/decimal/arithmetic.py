# `Decimal` computes with the digits that people write, rounded to the context's 28 by default.
from decimal import Decimal, getcontext

price = Decimal("19.99")
total = price * 3 + Decimal("0.03")  # revealed: decimal.Decimal
print(total, repr(total), price - 20, 1 - price)
print(Decimal("0.1") + Decimal("0.2") == Decimal("0.3"), 0.1 + 0.2 == 0.3)
print(Decimal(0.1), Decimal(-2.5), Decimal(10**30), Decimal(True), Decimal(), Decimal(" 1_000.5 "))

# Exponents are kept; powers of ten are written where digits would mislead.
for text in ["1.10", "1E+3", "-0.00", "1e-7", "0.000001", "0E+2", "123e-10", "+5", ".5", "5.", "12E3"]:
    number = Decimal(text)
    print(text, str(number), repr(number), number + 0, number * 1, -number, abs(number))

# Division has 28 digits where it does not end.
print(Decimal(1) / 3, Decimal(2) / 3, Decimal(10) / 4, Decimal("1.00") / 10, 100 / Decimal(8))
print(Decimal(10**30) / 7, Decimal(1) / Decimal("1e10"), Decimal("6.0") / Decimal("2.00"))

# Unlike integers, `//` goes toward zero, and `%` has the sign of the left.
for a, b in [("7", "2"), ("-7", "2"), ("7", "-2"), ("-7", "-2"), ("7.5", "2"), ("1", "3e5"), ("0.3", "0.1")]:
    print(a, b, Decimal(a) // Decimal(b), Decimal(a) % Decimal(b))
print(Decimal(17) // 5, Decimal(17) % 5, 17 // Decimal(5), 17 % Decimal(5))

print(Decimal("1.1") ** 2, Decimal(2) ** 10, Decimal(2) ** -2, Decimal("1.05") ** 40, Decimal(3) ** 100)
print(Decimal(2).sqrt(), Decimal("6.25").sqrt(), Decimal(100).sqrt(), Decimal("0.0001").sqrt(), Decimal(0).sqrt())

# Comparisons are of values, with integers and floats too; equal numbers have equal hashes.
print(Decimal("1.0") == 1, Decimal("0.5") == 0.5, Decimal("0.1") == 0.1, Decimal(2) < 3, Decimal(2) > 1.5)
print(Decimal("1.0") == Decimal("1.00"), Decimal("-1") < Decimal("0"), 3 >= Decimal("3.0"))
print(hash(Decimal("1.0")) == hash(1), hash(Decimal("0.5")) == hash(0.5), hash(Decimal("1e20")) == hash(10**20))
print({Decimal("1.0"): "one"}[Decimal("1.00")], len({Decimal(1), Decimal("1.0"), Decimal(2)}))
print(sorted([Decimal("2.5"), Decimal("-1"), Decimal("2.45")]), max(Decimal(3), Decimal("3.1")))
print(sum([Decimal("0.1")] * 10), bool(Decimal("0.00")), bool(Decimal("0.01")))

# Conversions.
number = Decimal("-2.75")
print(int(number), float(number), round(number), round(number, 1), abs(number))
print(round(Decimal("2.5")), round(Decimal("3.5")), round(Decimal("2.675"), 2), int(Decimal("1e20")))
print(number.normalize(), Decimal("100.00").normalize(), number.adjusted(), number.is_signed(), number.is_zero())

# A context with fewer digits rounds what is computed, not what is made.
getcontext().prec = 6
print(getcontext().prec, Decimal(1) / 7, Decimal("1.23456789"), +Decimal("1.23456789"), Decimal("9.999999") + 0)
getcontext().prec = 50
print(Decimal(1) / 7, Decimal(2).sqrt())
print(type(price), type(price).__name__, isinstance(price, Decimal))
