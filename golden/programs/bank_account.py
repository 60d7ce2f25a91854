# A bank with an exception hierarchy and a log.
class BankError(Exception):
    """Base of all errors of the bank."""


class InsufficientFunds(BankError):
    def __init__(self, balance, amount):
        super().__init__(f"balance {balance:.2f} is less than {amount:.2f}")
        self.shortage = amount - balance


class UnknownAccount(BankError):
    pass


class Account:
    interest = 0.0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self.balance, amount)
        self.balance -= amount
        self.history.append(("withdraw", amount))

    def year_end(self):
        self.balance += self.balance * self.interest

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"


class Savings(Account):
    interest = 0.05

    def withdraw(self, amount):
        if len(self.history) > 3:
            raise BankError("too many movements")
        super().withdraw(amount)


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, account):
        self.accounts[account.owner] = account
        return account

    def get(self, owner):
        try:
            return self.accounts[owner]
        except KeyError:
            raise UnknownAccount(owner) from None

    def transfer(self, source, target, amount):
        a, b = self.get(source), self.get(target)
        a.withdraw(amount)
        try:
            b.deposit(amount)
        except ValueError:
            a.balance += amount
            raise

    def total(self):
        return sum(a.balance for a in self.accounts.values())


bank = Bank()
bank.open(Account("ann", 100))
bank.open(Savings("bob", 50))
for source, target, amount in [("ann", "bob", 30), ("bob", "ann", 500), ("ann", "eve", 1), ("ann", "bob", -5), ("bob", "ann", 0.5)]:
    try:
        bank.transfer(source, target, amount)
        print("moved", amount)
    except InsufficientFunds as e:
        print("insufficient:", e, "short by", e.shortage)
    except BankError as e:
        print(type(e).__name__, e)
    except ValueError as e:
        print("ValueError:", e)
print(list(bank.accounts.values()), bank.total())
for account in bank.accounts.values():
    account.year_end()
    print(account, account.history)
