# What `__init_subclass__` or another class method assigns is no attribute of the objects.
class Shape:
    kind = "shape"
    made = 0

    def __init_subclass__(cls, kind=None, **options):
        super().__init_subclass__(**options)
        cls.kind = kind or cls.__name__.lower()

    @classmethod
    def count(cls) -> None:
        cls.made += 1

    def to_dict(self) -> dict:
        return {"kind": self.kind, **vars(self)}


class Circle(Shape, kind="round"):
    def __init__(self, radius: float) -> None:
        self.radius = radius


class Box(Shape):
    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height


Shape.count()
print(Circle(1.5).to_dict(), Box(2, 3).to_dict(), Shape.made)
