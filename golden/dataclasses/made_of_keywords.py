# The fields of a dataclass are filled by keywords that a function hands on; each class gets what its calls pass.
from dataclasses import dataclass, field


@dataclass
class Account:
    owner: str
    history: list = field(default_factory=list)


@dataclass
class Checking(Account):
    overdraft: float = 0.0


def opened(kind, owner, **options):
    account = kind(owner, **options)
    account.history.append("opened")
    return account


print(opened(Account, "ann"))
print(opened(Checking, "bob", overdraft=50.5))
try:
    print(opened(Account, "cat", overdraft=1.5))
except TypeError as error:
    print(error)
