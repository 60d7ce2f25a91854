# A decorator that gives a method variables of its own: the class holds them, and every call finds them.
import functools


def counted(function):
    count = 0

    @functools.wraps(function)
    def wrapper(self, *args):
        nonlocal count
        count += 1
        wrapper.calls += 1
        print(function.__name__, count)
        return function(self, *args)

    wrapper.calls = 0
    return wrapper


def remembered(function):
    known = {}

    def inner(self, n):
        if n not in known:
            known[n] = function(self, n)
        return known[n]

    return inner


class Account:
    def __init__(self, money):
        self.money = money

    @counted
    def add(self, amount):
        self.money += amount
        return self.money

    @remembered
    def fib(self, n):
        return n if n < 2 else self.fib(n - 1) + self.fib(n - 2)


class Owner:
    def __init__(self, account):
        self.account = account

    def save(self):
        return self.account.add(5)


account = Account(1)
print(Owner(account).save(), account.add(2), Account.add(account, 3), Account.add.calls)
print(account.fib(30), Owner(account).account.fib(10))
