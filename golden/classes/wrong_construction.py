# Arguments that fit no `__init__`, and objects of abstract classes: `TypeError` with CPython's words.
from abc import ABC, abstractmethod
from dataclasses import dataclass


class Point:
    def __init__(self, x, y=2, *, label=""):
        self.x = x


class Empty:
    pass


@dataclass
class Size:
    width: int
    height: int = 0


class Shape(ABC):
    @abstractmethod
    def perimeter(self): ...

    @abstractmethod
    def area(self): ...


class Line(Shape):
    def area(self):
        return 0


class Square(Line):
    def perimeter(self):
        return 4


class Positive:
    def __init__(self, x):
        if not isinstance(x, int):
            raise TypeError(f"no integer: {x}")
        self.x = x


def attempt(make):
    try:
        print(make())
    except TypeError as error:
        print(error)


attempt(lambda: Point().x)
attempt(lambda: Point(1, 2, 3).x)
attempt(lambda: Point(1, z=3).x)
attempt(lambda: Point(1, x=3).x)
attempt(lambda: Point(1).x)
attempt(lambda: Empty(1) is None)
attempt(lambda: Size())
attempt(lambda: Size(1, 2, 3))
attempt(lambda: Size(1, depth=3))
attempt(lambda: Size(1))
attempt(lambda: Shape().area())
attempt(lambda: Line().area())
attempt(lambda: Square().perimeter())
attempt(lambda: Positive("a").x)
attempt(lambda: Positive(1).x)
