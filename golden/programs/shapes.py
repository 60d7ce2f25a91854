# A hierarchy of classes with a report over mixed objects.
import math


class Shape:
    count = 0

    def __init__(self):
        Shape.count += 1

    def area(self) -> float:
        raise NotImplementedError

    def __lt__(self, other):
        return self.area() < other.area()

    def __str__(self):
        return f"{self.__class__.__name__}: {self.area():.2f}"


class Circle(Shape):
    def __init__(self, radius):
        super().__init__()
        if radius < 0:
            raise ValueError("radius must not be negative")
        self.radius = radius

    def area(self):
        return math.pi * self.radius ** 2


class Rectangle(Shape):
    def __init__(self, width, height):
        super().__init__()
        self.width, self.height = width, height

    def area(self):
        return self.width * self.height


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)


shapes = [Circle(1), Square(3), Rectangle(2, 0.5)]
for s in sorted(shapes):
    print(s)
print(max(shapes), Shape.count, sum(s.area() for s in shapes if isinstance(s, Rectangle)))
groups = {}
for s in shapes:
    groups.setdefault(type(s).__name__, []).append(s)
print({k: len(v) for k, v in groups.items()})
try:
    shapes.append(Circle(-1))
except ValueError as e:
    print("ValueError:", e)
try:
    Shape().area()
except NotImplementedError as e:
    print(repr(e), Shape.count, len(shapes))
