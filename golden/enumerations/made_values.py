# Members whose values are dicts, lists, objects, classes or computed: each is made once, with the class.
import math
import operator
from dataclasses import dataclass
from enum import Enum, IntEnum
from fractions import Fraction

BASE = int("10")


@dataclass(frozen=True)
class Coin:
    cents: int
    label: str


class Currency(Enum):
    PENNY = Coin(1, "penny")
    DIME = Coin(10, "dime")

    @property
    def cents(self):
        return self.value.cents


class Shape(Enum):
    SQUARE = {"sides": 4, "regular": True}
    OVAL = {"sides": 0, "regular": False}


class Op(Enum):
    ADD = ("+", operator.add)
    SUB = ("-", operator.sub)

    def __init__(self, symbol, function):
        self.symbol = symbol
        self.function = function

    def __call__(self, a, b):
        return f"{a} {self.symbol} {b} = {self.function(a, b)}"


class Constant(Enum):
    PI = math.pi
    HALF = Fraction(1, 2)


class Kind(Enum):
    INT = int
    FLOAT = float

    def parse(self, text):
        return self.value(text)


class Level(IntEnum):
    LOW = BASE
    HIGH = BASE * 5


print(Currency.DIME.cents, Currency(Coin(1, "penny")), repr(Currency.PENNY))
Shape.OVAL.value["sides"] += 1
print([shape.value for shape in Shape], Shape.SQUARE)
print(Op.ADD(2, 3), Op.SUB(2, 3), Constant(math.pi).name, Constant.HALF)
print(Kind.INT.parse("12"), Kind.FLOAT.parse("12"), Kind.INT.value)
print(Level.HIGH > Level.LOW, Level.LOW + 1, Level(50))
try:
    Currency(Coin(2, "two"))
except ValueError as error:
    print(error)
