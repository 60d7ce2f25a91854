# A class body may say what the class is called: its text follows, the names of its methods do not.
class Circle:
    __qualname__ = "shapes.Circle"

    def area(self):
        return 3


print(Circle, Circle.__name__, Circle.__qualname__)
print(Circle.area.__qualname__)
print(repr(Circle()).split(" at ")[0])
