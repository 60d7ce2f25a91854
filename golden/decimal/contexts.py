# A context of its own says how its methods compute; that of the thread stays as it is.
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_UP, Context, Decimal, getcontext

getcontext().rounding = ROUND_DOWN
cents = Decimal("0.01")
banker = Context(rounding=ROUND_HALF_EVEN)
short = Context(prec=5, rounding=ROUND_UP)
price = Decimal("2.675")
print(price.quantize(cents), banker.quantize(price, cents), short.quantize(price, cents))
print(short.divide(Decimal(1), Decimal(3)), Decimal(1) / Decimal(3))
print(short.add(Decimal("1.23456"), 2), short.subtract(price, Decimal("0.00001")), short.multiply(price, price))
print(banker.prec, banker.rounding, short.prec, short.rounding, getcontext().prec, getcontext().rounding)
short.prec = 3
print(short.sqrt(Decimal(2)), getcontext().prec, Context().prec, Context(9).rounding)
try:
    Context(rounding="ROUND_SOMEHOW")
except TypeError as e:
    print(str(e).splitlines()[0])
try:
    short.divide(Decimal(1), Decimal(0))
except ZeroDivisionError:
    print("by zero")
