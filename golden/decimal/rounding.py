# `quantize` gives a number as many places as another has.
import decimal
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

cent = Decimal("0.01")
print(Decimal("2.675").quantize(cent), Decimal("2.665").quantize(cent), Decimal(7).quantize(cent))
print(Decimal("2.665").quantize(cent, rounding=ROUND_HALF_UP), Decimal("2.669").quantize(cent, ROUND_DOWN))
print(Decimal("1234.5").quantize(Decimal("1")), Decimal("1234.5").quantize(Decimal("1E+2")), Decimal(5).quantize(1))

for name in [
    decimal.ROUND_CEILING,
    decimal.ROUND_FLOOR,
    decimal.ROUND_UP,
    decimal.ROUND_DOWN,
    decimal.ROUND_HALF_UP,
    decimal.ROUND_HALF_DOWN,
    decimal.ROUND_HALF_EVEN,
    decimal.ROUND_05UP,
]:
    whole = Decimal("1")
    texts = ["2.5", "-2.5", "3.5", "0.1", "-0.1", "1.9", "5.01", "0"]
    print(name, [str(Decimal(text).quantize(whole, rounding=name)) for text in texts])

print(Decimal("2.5").to_integral_value(), Decimal("2.5").to_integral_value(rounding=ROUND_HALF_UP))
decimal.getcontext().rounding = ROUND_DOWN
print(decimal.getcontext().rounding, Decimal(2) / 3, Decimal("1.999").quantize(cent))
decimal.getcontext().rounding = decimal.ROUND_HALF_EVEN

# Formats.
amount = Decimal("1234567.891")
print(f"{amount:.2f}|{amount:,.2f}|{amount:15.1f}|{amount:<15.1f}|{amount:+}|{amount:015.2f}|{amount:e}|{amount:.3e}")
print(f"{amount}|{amount:,}|{amount:.4}|{amount:g}|{amount:.0f}|{Decimal('0.256'):.1%}|{Decimal('1E+5'):f}|{amount!r}")
print("{:.3f} {}".format(Decimal("0.0005"), Decimal("1E-9")), "%s" % Decimal("3.10"), str(Decimal("5")) + "!")
print(f"{Decimal('0'):e}|{Decimal('0'):.2e}|{Decimal('-0.001'):.2f}|{Decimal('2.5'):.0f}|{Decimal('3.5'):.0f}")


# What goes wrong.
def divided(a: str, b: str) -> None:
    try:
        print(Decimal(a) / Decimal(b))
    except decimal.DivisionByZero as error:
        print("division:", error)
    except decimal.InvalidOperation as error:
        print("invalid:", error)


divided("1", "8")
divided("1", "0")
divided("0", "0")
divided("one", "2")
try:
    Decimal(5) // 0
except ZeroDivisionError as error:
    print(type(error).__name__, error)
try:
    print(Decimal(5) % 0)
except decimal.InvalidOperation as error:
    print(error)
try:
    print(Decimal(-1).sqrt())
except ArithmeticError as error:
    print(error)
try:
    print(Decimal(10**27).quantize(cent))
except decimal.InvalidOperation as error:
    print(error)
try:
    print(Decimal(1) + 1.5)
except TypeError as error:
    print(error)
print(Decimal(1) / 0)

# What such an exception holds is a list of signals, not a text.
try:
    decimal.Decimal("x")
except decimal.InvalidOperation as error:
    print(repr(error))
