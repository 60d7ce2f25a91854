"""A bank with an exception hierarchy."""


class BankError(Exception):
    """What can go wrong with an account."""


class InsufficientFunds(BankError):
    def __init__(self, needed, available):
        super().__init__(f"need {needed}, have {available}")
        self.missing = needed - available


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"cannot deposit {amount}")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(amount, self.balance)
        self.balance -= amount
        self.history.append(("withdraw", amount))


def transfer(source, target, amount):
    source.withdraw(amount)
    target.deposit(amount)


ada = Account("Ada", 100)
bob = Account("Bob")
for amount in [30, 50, 40, 0]:
    try:
        transfer(ada, bob, amount)
        print(f"{ada.owner} gives {bob.owner} {amount:>3}")
    except InsufficientFunds as error:
        print(f"refused: {error}; {error.missing} missing")
    except ValueError as error:
        print("nonsense:", error)
print([(account.owner, account.balance) for account in (ada, bob)])
print(bob.history)
