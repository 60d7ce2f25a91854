# Setters and operators have frames.
class Temperature:
    def __init__(self, c):
        self.c = c

    @property
    def c(self):
        return self._c

    @c.setter
    def c(self, value):
        if value < -273:
            raise ValueError("below absolute zero")
        self._c = value

    def __add__(self, other):
        return Temperature(self.c + other.c)


t = Temperature(1) + Temperature(2)
print(t.c)
t = Temperature(-200) + Temperature(-100)
