# A local context holds for the block, and what was set before holds again after it.
from decimal import ROUND_DOWN, Context, Decimal, getcontext, localcontext, setcontext

third = Decimal(1) / 3
with localcontext() as context:
    context.prec = 5
    print(Decimal(1) / 3)
    context.rounding = ROUND_DOWN
    print(Decimal(2) / 3)
print(Decimal(1) / 3 == third, getcontext().prec)
with localcontext(Context(prec=3)):
    print(Decimal(10) / 3)
try:
    with localcontext(prec=4):
        raise ValueError(str(Decimal(2) / 3))
except ValueError as e:
    print(e, getcontext().prec)
setcontext(Context(prec=6))
print(Decimal(1) / 7)
