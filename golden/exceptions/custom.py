# Own exceptions are classes; they can carry attributes.
class BankError(Exception):
    pass


class Insufficient(BankError):
    def __init__(self, needed, available):
        super().__init__(f"need {needed}, have {available}")
        self.needed = needed
        self.available = available


class Frozen(BankError):
    """The account is frozen."""


def withdraw(balance, amount, frozen=False):
    if frozen:
        raise Frozen("account is frozen")
    if amount > balance:
        raise Insufficient(amount, balance)
    return balance - amount


print(withdraw(10, 3))
for args in [(5, 9), (5, 1, True)]:
    try:
        withdraw(*args)
    except Insufficient as e:
        print(e, e.needed - e.available, e.args)
    except BankError as e:
        print("bank error:", e, repr(e))


class Coded(Exception):
    def __init__(self, code):
        self.code = code

    def __str__(self):
        return f"code {self.code}"


try:
    raise Coded(404)
except Coded as e:
    print(e, e.code, isinstance(e, Exception), issubclass(Coded, BankError))
try:
    raise BankError
except BankError as e:
    print(repr(e), str(e) == "", e.args)
