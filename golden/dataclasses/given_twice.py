# A field that is given twice is a TypeError, and so is one too many; named tuples name `__new__`.
from dataclasses import dataclass
from typing import NamedTuple


@dataclass
class D:
    x: int
    y: int = 0


class N(NamedTuple):
    x: int
    y: int = 0


for make in [
    lambda: D(1, x=2),
    lambda: N(1, x=2),
    lambda: D(1, 2, 3),
    lambda: N(),
    lambda: N(1, 2, 3),
    lambda: D(1, z=3),
]:
    try:
        print(make())
    except TypeError as error:
        print(error)
print(D(1), N(1))
