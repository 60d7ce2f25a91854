# What makes a method abstract is the decorator, not the name it was imported under.
from abc import ABC, abstractmethod as must_have


class Shape(ABC):
    @must_have
    def area(self): ...


class Square(Shape):
    def area(self):
        return 4


print(Square().area())
try:
    Shape()
except TypeError as error:
    print(error)


# Nor is a decorator of that name.
def abstractmethod(function):
    return function


class Base(ABC):
    @abstractmethod
    def size(self):
        return 1


print(Base().size())
