# A context may be an attribute or an element.
from decimal import ROUND_DOWN, Context, Decimal


class Bank:
    def __init__(self) -> None:
        self.context = Context(prec=5)
        self.others = [Context(prec=3), Context(prec=8, rounding=ROUND_DOWN)]


bank = Bank()
print(bank.context.divide(Decimal(1), Decimal(3)), bank.context.prec)
print([other.sqrt(Decimal(2)) for other in bank.others], bank.others[0] in bank.others)
