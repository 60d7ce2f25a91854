# Methods that only ever give NotImplemented are asked all the same, and the other operand's after them.
class Left:
    def __eq__(self, other):
        print("Left.__eq__")
        return NotImplemented


class Right:
    def __eq__(self, other):
        print("Right.__eq__")
        return NotImplemented

    def __ne__(self, other):
        print("Right.__ne__")
        return NotImplemented


class Narrow(Left):
    def __eq__(self, other):
        print("Narrow.__eq__")
        return NotImplemented


class Version:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.number == other.number

    def __lt__(self, other):
        if self.number < 0:
            return NotImplemented
        return self.number < other.number

    def __gt__(self, other):
        print("asked the other way")
        return other.number < 0


Left() != Right()
print(Left() == Right(), Left() != Right())
print(Left() == Narrow(), Narrow() != Left())
print(Version(1) == Version(1), Version(1) == 1, Version(1) != None)
print(Version(1) < Version(2), Version(-1) < Version(2))
