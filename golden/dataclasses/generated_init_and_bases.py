# The generated `__init__` among those of bases and derived classes.
from dataclasses import dataclass, field


@dataclass
class Ellipse:
    major: float
    minor: float = 2
    tags: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.area = self.major * self.minor


class Circle(Ellipse):
    def __init__(self, radius):
        super().__init__(radius, radius)
        self.radius = radius


class Flat(Ellipse):
    def __init__(self, width):
        super().__init__(major=width, tags=["flat"])


class Written:
    def __init__(self):
        self.name = "written"


@dataclass
class Generated(Written):
    x: int


class Derived(Generated):
    pass


print(Circle(3), Circle(3).area, Circle(3).radius, Flat(4), Flat(4).area, Ellipse(1))
print(Generated(1), Derived(2).x)
try:
    print(Derived(2).name)
except AttributeError as error:
    print(error)
try:
    Generated()
except TypeError as error:
    print(error)
