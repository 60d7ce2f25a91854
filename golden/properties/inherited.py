# A property of a base class, read and set through objects of several derived classes.
class Account:
    def __init__(self, balance):
        self._balance = balance

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("negative balance")
        self._balance = value


class Checking(Account):
    pass


class Savings(Account):
    pass


accounts = {"ada": Checking(1), "bob": Savings(2)}
for name, account in accounts.items():
    account.balance += 5
    print(name, account.balance)
chosen = accounts["bob"]
chosen.balance = 7
try:
    chosen.balance = -1
except ValueError as error:
    print(error, chosen.balance)
