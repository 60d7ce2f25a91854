# `*args` with tuples of several lengths: each call binds its own.
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0
    label: str = "?"


class Account:
    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance

    def move(self, amount, note="", *rest):
        self.balance += amount
        return f"{self.owner}: {self.balance} {note} {rest}"


def area(width, height=None, /, unit="m"):
    return f"{width * (width if height is None else height)} {unit}"


for args in ((2,), (2, 3), (2, 3, "cm"), ("ab", 2)):
    print(area(*args))
for args in [(1,), (1, 2), (1, 2, "p")]:
    print(Point(*args))
account = Account(*("ada",))
for args in ((5,), (6, "six"), (7, "seven", True)):
    print(account.move(*args))
for args in ((), (1,), (1, 2, "m", 4)):
    try:
        print(area(*args))
    except TypeError as error:
        print(error)
