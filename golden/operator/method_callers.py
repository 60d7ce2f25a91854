# methodcaller makes a function that calls the method of a name; its arguments are evaluated once.
import operator
from operator import methodcaller

words = ["bb,x", "a", "c,c,c"]
print(list(map(methodcaller("upper"), words)))
print(sorted(words, key=methodcaller("count", "c")))
split = operator.methodcaller("split", ",", maxsplit=1)
print([split(word) for word in words])
print(methodcaller("replace", "a", "z")("banana"))


class Account:
    def __init__(self, balance):
        self.balance = balance

    def after(self, years=1, *, rate=0.5):
        return self.balance * (1 + rate) ** years


accounts = [Account(30), Account(10.5)]
print([account.balance for account in sorted(accounts, key=methodcaller("after"))])
print(list(map(methodcaller("after", 2, rate=1), accounts)))
