# `vars(x)` and `x.__dict__` hold attributes in the order in which the object got them, wherever that was.
import copy


class Record:
    def __init__(self, **values):
        for name, value in values.items():
            setattr(self, name, value)

    def __repr__(self):
        parts = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({parts})"


record = Record(name="Ann", age=31)
print(record, Record(age=4), "%(name)s is %(age)d" % record.__dict__)
record.city = "Oslo"
print(record, sorted(vars(record)), len(record.__dict__))
del record.age
print(record)
record.age = 32
print(record)


class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name

    def grow(self, is_wide):
        if is_wide:
            self.width, self.height = 2, 1
        else:
            self.height = self.width = 3


class Square(Shape):
    def __init__(self, name, colour=None):
        if colour:
            self.colour = colour
        super().__init__(name)
        self.sides += 4


wide, high = Square("a", "red"), Square("b")
wide.grow(True)
high.grow(False)
high.colour = "blue"
Square.sides = 5
print(vars(wide), vars(high), vars(Shape("c")), sep="\n")
other = copy.copy(wide)
other.name = "d"
other.extra = [1]
print(vars(other), vars(wide), wide.__dict__ == vars(Square("e")), sep="\n")
