# A property without a setter cannot be assigned.
class Circle:
    def __init__(self, r):
        self.r = r

    @property
    def area(self):
        return self.r * self.r

    @property
    def is_unit(self):
        return self.r == 1


c = Circle(3)
print(c.area, c.is_unit)
c.r = 1
print(c.area, c.is_unit)
try:
    c.area = 5
except AttributeError as e:
    print("AttributeError:", e)


class Base:
    @property
    def name(self):
        return "base"

    def hello(self):
        return "hello " + self.name


class Derived(Base):
    @property
    def name(self):
        return "derived of " + super().name


print(Base().hello(), Derived().hello())
