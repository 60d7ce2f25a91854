# Bases are asked in the order of the C3 linearisation: in a diamond `super()` goes sideways before it goes up.
class Base:
    def __init__(self, name):
        self.name = name
        self.log = []

    def hello(self):
        self.log.append("Base")
        return "base " + self.name


class Left(Base):
    def __init__(self, name, left=1):
        super().__init__(name)
        self.left = left

    def hello(self):
        self.log.append("Left")
        return "left " + super().hello()


class Right(Base):
    def hello(self):
        self.log.append("Right")
        return "right " + super(Right, self).hello()


class Bottom(Left, Right):
    kind = "bottom"

    def hello(self):
        self.log.append("Bottom")
        return "bottom " + super().hello()


b = Bottom("b", left=3)
print(b.hello(), b.left, b.log)
print(Left("x").hello())
print(isinstance(b, Right), isinstance(b, Left), issubclass(Bottom, Right))
