# asdict and astuple leave members of enumerations and named tuples what they are.
from dataclasses import asdict, astuple, dataclass, field
from enum import Enum
from typing import NamedTuple


class Status(str, Enum):
    NEW = "new"
    PAID = "paid"


class Kind(Enum):
    RETAIL = 1


class Place(NamedTuple):
    row: int
    column: int = 0


@dataclass
class Line:
    sku: str
    quantity: int = 1


@dataclass
class Order:
    number: int
    lines: list[Line] = field(default_factory=list)
    status: Status = Status.NEW
    kind: Kind = Kind.RETAIL
    place: Place | None = None


order = Order(7, [Line("tea", 2)], place=Place(3))
print(asdict(order))
print(astuple(order))
print(asdict(Order(8, status=Status.PAID)))
