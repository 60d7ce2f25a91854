# `__new__` of an abstract class makes the objects of those derived from it.
from abc import ABC, abstractmethod


class Shape(ABC):
    made = 0

    def __new__(cls, *args):
        Shape.made += 1
        return super().__new__(cls)

    @abstractmethod
    def area(self):
        ...


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


class Dot(Shape):
    def area(self):
        return 0


print([shape.area() for shape in (Square(3), Dot(), Square(2))], Shape.made, Square(1).made)
