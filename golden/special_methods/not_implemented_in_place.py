# `x += y` names itself in the error where nobody answers.
class Money:
    def __init__(self, amount):
        self.amount = amount

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.amount + other.amount)
        return NotImplemented

    def __mul__(self, other):
        if isinstance(other, int):
            return Money(self.amount * other)
        return NotImplemented

    def __radd__(self, other):
        return NotImplemented


purse = Money(3)
purse += Money(4)
print(purse.amount)
for other in (Money(1), 3, "x"):
    try:
        purse += other
    except TypeError as error:
        print(error)
try:
    purse *= "ab"
except TypeError as error:
    print(error)
total = 3
try:
    total += purse
except TypeError as error:
    print(error)
coins = [1]
try:
    coins += purse
except TypeError as error:
    print(error)
