# A bank with accounts, transfers and an audit trail.
from dataclasses import dataclass, field


class BankError(Exception):
    """Base of all."""

    code = "BANK"

    def __init__(self, message, **details):
        super().__init__(message)
        self.details = details


class InsufficientFunds(BankError):
    code = "FUNDS"

    def __init__(self, account, needed):
        super().__init__(f"{account.owner} lacks {needed - account.balance:.2f}", needed=needed)
        self.account = account
        self.needed = needed


class AccountNotFound(BankError, LookupError):
    code = "MISSING"

    def __str__(self):
        return f"no account {self.args[0]!r}"


class Frozen(BankError):
    code = "FROZEN"


@dataclass
class Account:
    owner: str
    balance: float = 0.0
    frozen: bool = False
    history: list = field(default_factory=list)

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"bad amount: {amount}")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if self.frozen:
            raise Frozen(f"{self.owner} is frozen")
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(("withdraw", amount))


class Bank:
    def __init__(self):
        self.accounts = {}
        self.audit = []

    def open(self, owner, initial=0.0):
        if owner in self.accounts:
            raise BankError("duplicate", owner=owner)
        account = Account(owner)
        if initial:
            account.deposit(initial)
        self.accounts[owner] = account
        return account

    def get(self, owner):
        try:
            return self.accounts[owner]
        except KeyError as e:
            raise AccountNotFound(owner) from e

    def transfer(self, source, target, amount):
        a, b = self.get(source), self.get(target)
        before = a.balance, b.balance
        try:
            a.withdraw(amount)
            b.deposit(amount)
        except BankError as e:
            a.balance, b.balance = before
            self.audit.append((e.code, str(e)))
            raise
        except Exception:
            a.balance, b.balance = before
            raise
        else:
            self.audit.append(("OK", f"{source}->{target} {amount}"))
        finally:
            self.audit.append(("DONE", ""))


bank = Bank()
bank.open("ann", 100.0)
bank.open("bob")
for source, target, amount in [("ann", "bob", 30), ("bob", "ann", 50), ("ann", "zoe", 1), ("ann", "bob", -5), ("ann", "bob", 0.5)]:
    try:
        bank.transfer(source, target, amount)
    except InsufficientFunds as e:
        print("funds:", e, e.needed, e.account.owner, e.code, e.details)
    except LookupError as e:
        print("lookup:", e, repr(e.__cause__), isinstance(e, BankError))
    except (BankError, ValueError) as e:
        print("other:", type(e).__name__, e)
bank.get("bob").frozen = True
try:
    bank.transfer("bob", "ann", 1)
except Frozen as e:
    print(e, e.code, e.details)
try:
    bank.open("ann")
except BankError as e:
    print(e, e.details["owner"])
for entry in bank.audit:
    print(entry)
print({k: round(v.balance, 2) for k, v in bank.accounts.items()})
