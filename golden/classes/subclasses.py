# The classes derived from one, in the order of their definitions; `reduce` by an operator that they define.
import operator
from functools import reduce


class Shape:
    def __init__(self, area):
        self.area = area

    def __add__(self, other):
        return Shape(self.area + other.area)


class Square(Shape):
    sides = 4


class Triangle(Shape):
    sides = 3


print([shape.__name__ for shape in Shape.__subclasses__()], Square.__subclasses__())
print({shape.__name__: shape.sides for shape in Shape.__subclasses__()})
print(reduce(operator.add, [Square(1), Triangle(2), Shape(3)]).area)
