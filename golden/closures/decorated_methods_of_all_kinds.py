# A decorator with variables of its own may stand under staticmethod, classmethod and property, and on special methods.
import functools


def logged(function):
    seen = []

    def wrapper(*args):
        seen.append(len(args))
        print(function.__name__, seen)
        return function(*args)

    return wrapper


def counted(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


def once(function):
    found = {}

    @functools.wraps(function)
    def wrapper(self):
        if "value" not in found:
            print("computed", function.__name__)
            found["value"] = function(self)
        return found["value"]

    return wrapper


class Account:
    def __init__(self, n):
        self.n = n

    @property
    @logged
    def total(self):
        return self.n * 2

    @logged
    def __add__(self, other):
        return Account(self.n + other.n)

    @logged
    def __len__(self):
        return self.n

    @classmethod
    @logged
    def make(cls, n):
        return cls(n)

    @staticmethod
    @logged
    def twice(n):
        return n * 2

    @staticmethod
    @counted
    def scaled(n, by=3):
        return n * by

    @logged
    def __call__(self, x):
        return x + self.n


class Savings(Account):
    @once
    def __repr__(self):
        return f"Savings({self.n})"

    @once
    def __bool__(self):
        return False

    @functools.cached_property
    @once
    def rate(self):
        return 5

    @once
    def __enter__(self):
        return self

    @logged
    def __exit__(self, *error):
        return True


account = Account.make(3)
print(account.total, (account + account).n, len(account), account.twice(4), Account.twice(5), account(1))
make = account.make
twice = Account.twice
print(make(7).n, twice(1), list(map(Account.twice, [1, 2])))
print(Account.scaled(5), account.scaled(5, by=6), Account.scaled.calls, Account.scaled.__name__)

savings = Savings(2)
print(savings, [savings], bool(savings), savings.total)
print(savings.rate, savings.rate, len(savings))
with savings as same:
    print(same is savings)
    raise ValueError("swallowed")
