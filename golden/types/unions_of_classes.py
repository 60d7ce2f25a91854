# `isinstance` and `issubclass` may ask for a union of classes, also one that has a name.
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Optional, Union


@dataclass
class Circle:
    radius: int


@dataclass
class Square:
    side: int


Number = int | float
Shape = Union[Circle, Square]
Maybe = Optional[Shape]


def area(shape):
    if isinstance(shape, Shape):
        return 3 * shape.radius**2 if isinstance(shape, Circle) else shape.side**2
    return None


def size(value):
    if isinstance(value, Number | None):
        return 0 if value is None else value
    if isinstance(value, (Mapping | list, str)):
        return len(value)
    return -1


print(area(Circle(2)), area(Square(3)), area("x"))
print(isinstance(None, Maybe), isinstance(3, Maybe), isinstance("a", int | str), isinstance(None, int | None))
print(size(3), size(2.5), size(None), size([1, 2]), size("abc"), size({}))
print(issubclass(bool, Number), issubclass(Circle, Shape), issubclass(str, Number))
