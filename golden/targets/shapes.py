# Classes of shapes with overridden and inherited methods, compared and sorted.
from abc import ABC, abstractmethod


class Shape(ABC):
    def __init__(self, name: str):
        self.name = name

    @abstractmethod
    def area(self) -> float: ...

    def describe(self) -> str:
        return f"{self.name} of area {self.area():.2f}"

    def __lt__(self, other: "Shape") -> bool:
        return self.area() < other.area()


class Circle(Shape):
    def __init__(self, radius: float):
        super().__init__("circle")
        self.radius = radius

    def area(self) -> float:
        return 3.14159 * self.radius * self.radius

    def __repr__(self) -> str:
        return f"Circle({self.radius})"


class Rect(Shape):
    def __init__(self, width: float, height: float):
        super().__init__("rect")
        self.width = width
        self.height = height

    def area(self) -> float:
        return self.width * self.height

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rect) and self.width == other.width and self.height == other.height

    def __repr__(self) -> str:
        return f"Rect({self.width}, {self.height})"


class Square(Rect):
    def __init__(self, side: float):
        super().__init__(side, side)
        self.name = "square"

    def describe(self) -> str:
        return "a " + super().describe()


shapes: list[Shape] = [Rect(2.0, 3.0), Circle(1.0), Square(2.5)]
for shape in sorted(shapes):
    print(shape.describe())
print(shapes, shapes[1] < shapes[0])
print(Rect(2.5, 2.5) == shapes[2], sum(isinstance(s, Rect) for s in shapes))
