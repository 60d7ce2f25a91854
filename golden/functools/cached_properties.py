# A cached_property runs its function once for an object; what it gave is an attribute like others from then on.
from functools import cached_property


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @cached_property
    def area(self):
        print("computing")
        return 3 * self.radius**2

    @cached_property
    def names(self):
        return ["circle", str(self.radius)]

    def describe(self):
        return f"{self.names[0]} of {self.area}"


class Big(Circle):
    pass


circle = Circle(2)
print(circle.area, circle.area, circle.describe())
circle.radius = 5
print(circle.area)
circle.names.append("round")
print(circle.names)
other = Big(1)
other.area = 100
print(other.area, Big(3).area)
