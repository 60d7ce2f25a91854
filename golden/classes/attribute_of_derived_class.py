# An object shows an attribute of the class from which its own derives until its own class gets one.
class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name


class Square(Shape):
    def __init__(self, name):
        super().__init__(name)
        self.sides += 4


class Dot(Shape):
    def mark(self):
        self.sides = 1


first, dot = Square("a"), Dot("b")
print(first.sides, dot.sides, Shape("c").sides)
Square.sides = 5
print(Square("d").sides, first.sides)
Shape.sides = 7
dot.mark()
print(dot.sides, Dot("e").sides, Square("f").sides)
Dot.sides = 2.5
print(dot.sides, Dot("g").sides)
