# `verbose=True` names what dataclasses, enumerations, protocols and named tuples have, and functions and classes with a name alone.
import doctest
from abc import ABC, abstractmethod
from collections import namedtuple
from dataclasses import dataclass
from enum import Enum, unique
from functools import total_ordering
from typing import NamedTuple, Protocol


class Sized(Protocol):
    def size(self) -> int: ...


@dataclass(order=True)
class Card:
    """
    >>> Card(1) < Card(2)
    True
    """

    rank: int = 0

    def __post_init__(self):
        """
        >>> Card(3)
        Card(rank=3)
        """


@dataclass(frozen=True, slots=True)
class Place:
    x: int

    def __repr__(self) -> str:
        return f"<{self.x}>"


@unique
class Color(Enum):
    RED = 1
    GREEN = 2

    @classmethod
    def first(cls):
        """
        >>> Color.first().name
        'RED'
        """
        return cls.RED


class Point(NamedTuple):
    x: int
    y: int = 0

    def total(self):
        """
        >>> Point(3).total()
        3
        """
        return self.x + self.y


@total_ordering
class Weight:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n

    def __half(self):
        """
        >>> Weight(4)._Weight__half()
        2
        """
        return self.n // 2


class Shape(ABC):
    @abstractmethod
    def area(self) -> float:
        """
        >>> Square().area()
        4
        """


class Square(Shape):
    def area(self):
        return 4


Pair = namedtuple("Pair", "a b")
double = lambda x: 2 * x
if Pair(1, 2).a:
    ordered = sorted([Weight(2), Weight(1)], key=lambda weight: weight.n)

if __name__ == "__main__":
    doctest.testmod(verbose=True)
    print(Place(1), Weight(1) >= Weight(0), Pair(1, 2), double(3), ordered[0].n)
