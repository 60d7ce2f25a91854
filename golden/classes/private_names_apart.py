# Private attributes of a class and of one derived from it are two, whatever they are called.
class Account:
    def __init__(self, owner, balance):
        self.__owner = owner
        self.__balance = balance
        self.limit = 10

    def balance(self):
        return self.__balance

    def deposit(self, amount):
        self.__balance += amount
        return self


class Savings(Account):
    def __init__(self, owner):
        super().__init__(owner, 5)
        self.__balance = 0.5
        self.__limit = 3
        self.__type = "savings"

    def rate(self):
        return self.__balance, self.__limit, self.limit, self.__type


class Plain:
    def __init__(self):
        self.__secret = 42

    def __hidden(self):
        return self.__secret + 1

    def shown(self):
        return self.__hidden()


account = Savings("ann").deposit(2)
print(account.balance(), account.rate())
print(Account("bob", 1).deposit(3).balance())
print(Plain().shown(), Plain()._Plain__secret)
try:
    print(Plain().__secret)
except AttributeError as error:
    print(error)
