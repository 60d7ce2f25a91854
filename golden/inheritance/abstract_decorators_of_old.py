# `abstractproperty` and its like are two decorators in one, and still to be met.
import abc
from abc import ABC, ABCMeta, abstractmethod, abstractproperty


class Shape(ABC):
    @abstractproperty
    def area(self):
        """How much room it takes."""

    @property
    @abstractmethod
    def name(self):
        ...

    @abc.abstractstaticmethod
    def sides():
        pass

    @abc.abstractclassmethod
    def unit(cls):
        pass

    def describe(self):
        return f"{self.name} of {self.area}, {self.sides()} sides"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    @property
    def area(self):
        return self.side**2

    @property
    def name(self):
        return "square"

    @staticmethod
    def sides():
        return 4

    @classmethod
    def unit(cls):
        return cls(1)


class Unnamed(Square, metaclass=ABCMeta):
    @abstractproperty
    def name(self):
        pass


print(Square(3).describe(), Square.unit().describe())
for kind in (Shape, Unnamed):
    try:
        kind(1)
    except TypeError as error:
        print(error)
try:
    Shape()
except TypeError as error:
    print(error)
