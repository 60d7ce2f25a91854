# `cls.__new__(cls)` and `object.__new__(C)` make an object without its `__init__`.
class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    @classmethod
    def origin(cls) -> "Point":
        self = cls.__new__(cls)
        self.x = 0
        self.y = 0
        return self

    @staticmethod
    def unit() -> "Point":
        p = object.__new__(Point)
        p.x = p.y = 1
        return p

    def copy(self) -> "Point":
        other = self.__class__.__new__(self.__class__)
        other.x, other.y = self.x, self.y
        return other

    def clone(self) -> "Point":
        other = type(self).__new__(type(self))
        other.x, other.y = self.x, self.y
        return other


class Named(Point):
    kind = "named"


p = Point.origin()
print(p.x, p.y, Point.unit().x, type(Named.origin()).__name__, Named.origin().kind)
q = Point(3, 4).copy()
print(q.x, q.y, type(Named(5, 6).copy()).__name__, Named(1, 2).clone().x)
r = Point.__new__(Point)
try:
    print(r.x)
except AttributeError as e:
    print(e)
