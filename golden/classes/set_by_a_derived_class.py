# A class shows the attribute of its base until something assigns its own, by `cls` or `type(self)`.
class Account:
    interest = 0.02
    count = 0

    def __init__(self, balance):
        self.balance = balance
        type(self).count += 1

    @classmethod
    def set_interest(cls, rate):
        cls.interest = rate

    def yearly(self):
        return round(self.balance * self.interest, 2)


class Savings(Account):
    pass


class Young(Savings):
    def twice(self):
        return 2 * self.interest


first, second, third = Account(10), Savings(100), Young(50)
print(Account.count, Savings.count, Young.count, second.count)
print(first.yearly(), second.yearly(), third.twice())
Account.set_interest(0.05)
print(Account.interest, Savings.interest, second.yearly(), third.twice())
Savings.set_interest(0.1)
print(Account.interest, Savings.interest, second.yearly(), third.twice(), third.interest)
Account.set_interest(0.5)
print(first.yearly(), second.yearly(), third.twice())
Savings(1)
print(Account.count, Savings.count, Young.count)
