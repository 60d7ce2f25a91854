# An `InitVar` is a parameter of `__init__` that `__post_init__` gets, and no field.
import dataclasses
from dataclasses import InitVar, asdict, dataclass, field


@dataclass
class Square:
    side: InitVar[int]
    name: str = "square"
    area: int = field(init=False)

    def __post_init__(self, side):
        self.area = side * side


square = Square(3)
print(square, square == Square(3, "square"), asdict(square))
try:
    print(square.side)
except AttributeError as error:
    print(error)


@dataclass
class Price:
    amount: int
    rate: dataclasses.InitVar[int] = 2
    total: int = 0

    def __post_init__(self, rate):
        self.total = self.amount * rate


@dataclass
class Taxed(Price):
    tax: InitVar[int] = 1
    paid: int = 0

    def __post_init__(self, rate, tax):
        super().__post_init__(rate)
        self.paid = self.total + tax


print(Price(3), Price(3, 5), Price(4, rate=10).rate, Taxed(2), Taxed(2, 10, tax=7))


@dataclass(frozen=True)
class Parsed:
    value: int = 0
    text: InitVar[str] = "5"

    def __post_init__(self, text):
        object.__setattr__(self, "value", int(text))


print(Parsed(text="42"), Parsed(), Parsed(text="1") == Parsed(1, "1"))
