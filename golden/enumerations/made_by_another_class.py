# An enumeration whose members another class makes of their values, a dataclass or a named tuple, is refused.
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


@dataclass
class Data:
    size: str
    legs: int


class Creature(Data, Enum):  # error: PT0204
    BEETLE = "small", 6
    DOG = "medium", 4


class Position(NamedTuple):
    row: int
    column: int


class Step(Position, Enum):  # error: PT0204
    UP = (-1, 0)
    DOWN = (1, 0)


class Base:
    def __init__(self, a, b):
        self.total = a + b


class Pair(Base, Enum):  # error: PT0204
    ONE = (1, 2)


print(Creature.DOG.legs, Step.UP.column, Pair.ONE.total)
