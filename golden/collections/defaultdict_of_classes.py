# A defaultdict may make objects of a class, of the program or the library; its text shows the class.
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction


class Account:
    def __init__(self, start=10):
        self.money = start

    def __repr__(self):
        return f"Account({self.money})"


accounts = defaultdict(Account)
accounts["a"].money += 5
print(accounts["a"].money, accounts["b"], len(accounts), accounts)

sums = defaultdict(Decimal)
sums["x"] += Decimal("1.5")
sums["x"] += 2
print(sums, sums["y"])

parts = defaultdict(Fraction)
parts[1] += Fraction(1, 3)
print(parts[1], parts[2])

rows = defaultdict(tuple)
rows[1] += (2,)
print(dict(rows), rows[5])
