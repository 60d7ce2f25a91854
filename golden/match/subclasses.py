# A class pattern matches objects of its subclasses, reads their attributes and properties, and passes over what lacks one.
from dataclasses import dataclass


@dataclass
class Shape:
    name: str
    sides = 0

    @property
    def label(self):
        return f"<{self.name}>"

    @property
    def size(self):
        return len(self.name)


@dataclass
class Circle(Shape):
    radius: int = 1


@dataclass
class Square(Shape):
    width: int = 2
    sides = 4

    @property
    def label(self):
        return f"[{self.name}]"


def describe(shape):
    match shape:
        case Circle(radius=radius) if radius > 5:
            return f"large circle of {radius}"
        # Attributes of the class, and properties, each object its own.
        case Shape(sides=4, label=label):
            return f"four sides {label}"
        # By position: the parameters of the class that the pattern names.
        case Shape("dot"):
            return "a dot"
        # Only one of the kinds has it.
        case Shape(radius=1, name=name):
            return f"unit {name}"
        case Shape(label=label, size=size):
            return f"{label} {size}"
        case None:
            return "nothing"


for shape in [Circle("o", 9), Circle("o"), Circle("o", 3), Square("q"), Shape("dot"), Shape("s"), None]:
    print(describe(shape))


# A class of the hierarchy among values of other kinds.
def area(value):
    match value:
        case int(side) | float(side):
            return side * side
        case Square(width=side):
            return side * side
        case Shape(name=name):
            return name


print([area(value) for value in (3, 1.5, Square("q", 5), Circle("c"))])
