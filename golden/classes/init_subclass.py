# `__init_subclass__` of a base runs for each class that derives from it.
class Plugin:
    registry = []

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry.append(cls.__name__)


class A(Plugin):
    pass


class B(Plugin):
    pass


print(Plugin.registry)


# Keywords of the class statement are arguments.
class Shape:
    sides = 0

    def __init_subclass__(cls, sides, closed=True, **rest):
        super().__init_subclass__(**rest)
        cls.sides = sides
        cls.closed = closed


class Triangle(Shape, sides=3):
    pass


class Line(Shape, sides=1, closed=False):
    pass


print(Triangle.sides, Triangle.closed, Line.sides, Line.closed, Shape.sides, Line().sides)
