# `del object.x` runs the deleter of a property; one without a deleter cannot be deleted.
class Circle:
    def __init__(self, radius):
        self.radius = radius
        self.computed = 0

    @property
    def area(self):
        if not hasattr(self, "_area"):
            self.computed += 1
            self._area = 3 * self.radius**2
        return self._area

    @area.deleter
    def area(self):
        print("forgotten")
        del self._area

    @property
    def diameter(self):
        return 2 * self.radius


circle = Circle(2)
print(circle.area, circle.area, circle.computed)
circle.radius = 3
del circle.area
print(circle.area, circle.computed)
try:
    del circle.diameter
except AttributeError as error:
    print(error)
del circle.area
try:
    del circle.area
except AttributeError as error:
    print(error)


class Sphere(Circle):
    @property
    def area(self):
        return 12 * self.radius**2


try:
    del Sphere(1).area
except AttributeError as error:
    print(error)
