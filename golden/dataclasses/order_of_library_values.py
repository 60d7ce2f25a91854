# Dataclasses with an order compare named tuples of decimals, fractions and dates as their fields.
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple


class Money(NamedTuple):
    amount: Decimal
    currency: str = "EUR"


@dataclass(order=True)
class Line:
    item: str
    price: Money = Money(Decimal(1))


@dataclass(order=True)
class Share:
    part: Fraction
    since: date


lines = [Line("b"), Line("a", Money(Decimal("2.5"))), Line("a", Money(Decimal("1.5")))]
print([line.price.amount for line in sorted(lines)])
print(lines[1] > lines[2], max(lines).item, lines[0] <= lines[1])
shares = [Share(Fraction(1, 2), date(2024, 5, 1)), Share(Fraction(1, 3), date(2024, 1, 1))]
print(min(shares), sorted(shares)[1].since)
