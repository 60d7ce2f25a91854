# `type(C)` of an enumeration, an abstract class, a protocol, and of builtin classes and functions.
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterator
from enum import Enum
from typing import Protocol


class Colour(Enum):
    RED = 1


class Shape(ABC):
    @abstractmethod
    def area(self): ...


class Square(Shape):
    def area(self):
        return 4


class Named(Protocol):
    name: str


class Countdown(Iterator):
    def __next__(self):
        raise StopIteration


class Plain:
    pass


print(type(Colour), type(Shape), type(Square), type(Named), type(Countdown), type(Plain))
print(type(Colour).__name__, type(Square).__name__, type(type(Colour)), type(Colour) is type)
print(type(int), type(type(3)), type(len), type(deque), type(ValueError), type(type(len)))
for value in (Colour, Shape, Plain):
    try:
        print(value + 1)
    except TypeError as error:
        print(error)
