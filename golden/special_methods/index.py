# An object with `__index__` is taken where an integer is wanted: as an index, a bound, a size, an argument.
import math
import operator


class Place:
    def __init__(self, at):
        self.at = at

    def __index__(self):
        return self.at


letters = ["a", "b", "c", "d"]
second = Place(1)
print(letters[second], "abcd"[second], (1, 2, 3)[second], range(5)[second], b"abc"[second])
print(letters[second:], letters[: Place(2)], letters[Place(0) : Place(4) : Place(2)])
letters[second] = "B"
del letters[Place(0)]
print(letters, [row[second] for row in ([1, 2], [3, 4])])
print(list(range(Place(3))), list(range(Place(1), Place(9), Place(3))), [0] * Place(2), Place(2) * "ab")
print(bin(Place(5)), oct(Place(8)), hex(Place(255)), chr(Place(65)), int(Place(7)), float(Place(2)))
print("x".center(Place(5), "-"), math.factorial(Place(4)), round(3.14159, Place(2)), operator.index(second))
print("%d %x %5.1f" % (Place(10), Place(255), Place(3)), bytes(Place(2)), complex(Place(1)), math.sqrt(Place(4)))


class Weekday:
    def __init__(self, name):
        self.name = name

    def __index__(self):
        names = ["mon", "tue", "wed"]
        if self.name not in names:
            raise ValueError(f"no weekday {self.name!r}")
        return names.index(self.name)


hours = [8, 7, 6]
print(hours[Weekday("tue")])
try:
    print(hours[Weekday("sun")])
except ValueError as error:
    print(error)


class Plain:
    pass


try:
    print(hours[Plain()])
except TypeError as error:
    print(error)
