# The subclasses of a class that a variable holds, as a factory and a walk over the hierarchy ask for them.
class Base:
    registry = {}

    @classmethod
    def find(cls, kind):
        for sub in cls.__subclasses__():
            if sub.kind == kind:
                return sub()
            found = sub.find(kind)
            if found is not None:
                return found
        return None


class A(Base):
    kind = "a"


class B(Base):
    kind = "b"


class C(B):
    kind = "c"


def walk(cls, depth=0):
    print("  " * depth + cls.__name__)
    for sub in cls.__subclasses__():
        walk(sub, depth + 1)


class Shape:
    @classmethod
    def all_names(cls):
        return [s.__name__ for s in cls.__subclasses__()]

    @classmethod
    def create(cls, name, *args):
        for sub in cls.__subclasses__():
            if sub.__name__.lower() == name:
                return sub(*args)
        raise ValueError(name)

    def area(self):
        raise NotImplementedError


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3 * self.r ** 2


class Rect(Shape):
    def __init__(self, w, h):
        self.w, self.h = w, h

    def area(self):
        return self.w * self.h


walk(Base)
print(type(Base.find("c")).__name__, Base.find("z"), len(Base.__subclasses__()))
print(Shape.all_names())
print(Shape.create("circle", 2).area(), Shape.create("rect", 2, 3).area())
