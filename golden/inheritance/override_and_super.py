# A subclass inherits, overrides, and reaches the base with super().
class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        return 0

    def describe(self):
        return f"{self.name} with area {self.area()}"


class Rect(Shape):
    def __init__(self, w, h, name="rect"):
        super().__init__(name)
        self.w = w
        self.h = h

    def area(self):
        return self.w * self.h


class Square(Rect):
    def __init__(self, side):
        super().__init__(side, side, "square")

    def describe(self):
        return super().describe() + "!"


class Circle(Shape):
    def __init__(self, r):
        Shape.__init__(self, "circle")
        self.r = r

    def area(self):
        return 3.14 * self.r ** 2


for s in [Shape("blob"), Rect(2, 3), Square(4), Circle(1.0)]:
    print(s.describe(), isinstance(s, Rect), isinstance(s, Shape))
print(sum(s.area() for s in [Rect(1, 2), Circle(2)]), issubclass(Square, Shape), issubclass(Shape, Rect))
