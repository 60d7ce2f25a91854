# Annotated classes behave as unannotated ones.
from typing import Optional


class Account:
    owner: str
    balance: float

    def __init__(self, owner: str, balance: float = 0) -> None:
        self.owner = owner
        self.balance = balance
        self.parent: Optional["Account"] = None

    def deposit(self, amount: float) -> "Account":
        self.balance += amount
        return self

    def top(self) -> "Account":
        acc = self
        while acc.parent is not None:
            acc = acc.parent
        return acc


a = Account("ann")
print(a.balance, a.deposit(5).balance, a.deposit(0.5).balance)
b = Account("bob", 10)
b.parent = a
c = Account("cid")
c.parent = b
print(c.top().owner, a.top() is a, b.balance, [x.owner for x in (a, b, c)])
