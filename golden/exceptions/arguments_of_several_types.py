# An exception keeps the arguments it was made of, whatever kinds of values it is made of elsewhere.
class Missing(Exception):
    def __init__(self, amount, of=None):
        self.amount = amount
        self.of = of

    def __str__(self):
        return f"{self.amount} missing"


def withdraw(balance, amount):
    if amount > balance:
        raise Missing(amount - balance)
    return balance - amount


for balance, amount in [(10, 15), (10.5, 12), (3, 1)]:
    try:
        print(withdraw(balance, amount))
    except Missing as error:
        print(error, error.args)
try:
    raise Missing(1, "coins")
except Missing as error:
    print(error.of, error.amount)


# Defaults and keywords are no part of `args`.
class Failed(Exception):
    def __init__(self, message, code=1):
        self.message = message
        self.code = code


class Parts(Exception):
    def __init__(self, *parts):
        self.parts = parts


class Info(Exception):
    def __init__(self, message, **info):
        self.info = info


def fail(k):
    if k == 0:
        raise Failed("none given")
    if k == 1:
        raise Failed("given", 5)
    if k == 2:
        raise Failed("named", code=7)
    if k == 3:
        raise Parts(1, 2)
    raise Info("more", x=1)


for k in range(5):
    try:
        fail(k)
    except Failed as error:
        print(error, error.args, repr(error), error.code)
    except (Parts, Info) as error:
        print(type(error).__name__, error, error.args)
