# `divmod`, `round`, `float`, `complex`, `bytes`, functions of `math` and `%` formats ask objects for what they are.
import math


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __divmod__(self, other):
        if isinstance(other, Money):
            return divmod(self.cents, other.cents)
        if isinstance(other, int):
            share, rest = divmod(self.cents, other)
            return Money(share), Money(rest)
        return NotImplemented

    def __rdivmod__(self, other):
        return divmod(other, self.cents)

    def __round__(self, digits=None):
        return Money(round(self.cents, -2)) if digits is None else round(self.cents / 100, digits)

    def __floor__(self):
        return self.cents // 100

    def __ceil__(self):
        return -(-self.cents // 100)

    def __trunc__(self):
        return int(self.cents / 100)

    def __int__(self):
        return self.cents

    def __float__(self):
        return self.cents / 100

    def __complex__(self):
        return complex(self.cents, 1)

    def __bytes__(self):
        return bytes([self.cents % 256])

    def __repr__(self):
        return f"Money({self.cents})"


money = Money(517)
print(divmod(money, 3), divmod(money, Money(100)), divmod(2000, money))
print(round(money), round(money, 1), math.floor(money), math.ceil(money), math.trunc(money))
print(int(money), float(money), complex(money), bytes(money))
print(math.sqrt(Money(400)), math.hypot(Money(300), Money(400)), math.isclose(money, 5.17))
print("%d cents, %.1f, %s, %r" % (money, money, money, money), "%f" % money)
try:
    print(divmod(money, "x"))
except TypeError as error:
    print(error)


class Meter:
    def __init__(self, length):
        self.length = length

    def __float__(self):
        return float(self.length)


print(math.floor(Meter(2.7)), math.ceil(Meter(2.1)), complex(Meter(3)))
try:
    print(math.trunc(Meter(2.7)))
except TypeError as error:
    print(error)
try:
    print(divmod(Meter(1), 2))
except TypeError as error:
    print(error)


# What a class says of its objects comes before the value that they are besides.
class Money(int):
    def __abs__(self):
        return Money(-int(self) if self < 0 else int(self))

    def __float__(self):
        return int(self) / 100

    def __repr__(self):
        return f"${int(self)}"


class Vector(tuple):
    def __abs__(self):
        return sum(x * x for x in self) ** 0.5

    def __round__(self, digits=None):
        return Vector(round(x, digits) for x in self)


print(abs(Money(-5)), float(Money(250)), int(Money(3)), abs(Vector((3, 4))), round(Vector((1.25, 2.75)), 1))
