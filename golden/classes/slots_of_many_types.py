# One attribute may hold values of several types over time.
class Cell:
    def __init__(self, value=None):
        self.value = value

    def is_empty(self):
        return self.value is None


c = Cell()
print(c.value, c.is_empty())
c.value = 5
print(c.value, c.value + 1)
c.value = "text"
print(c.value, c.value.upper())
c.value = [1]
print(c.value, c.is_empty())
cells = [Cell(), Cell(1), Cell(2.5), Cell("s")]
print([x.value for x in cells], sum(x.value for x in cells if isinstance(x.value, (int, float))))


# The names of slots, given as one text.
class Quaternion:
    __slots__ = "w i j k".split()

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __iter__(self):
        return (getattr(self, name) for name in self.__slots__)


print(tuple(Quaternion(1, 2, 3, 4)), Quaternion.__slots__)
