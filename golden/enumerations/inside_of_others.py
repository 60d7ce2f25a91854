# An enumeration inside a class or a function shows its plain name; only a value that it lacks brings the qualified one up.
from enum import Enum, Flag, IntFlag


class Door:
    class State(Enum):
        OPEN = 1
        SHUT = 2

    class Right(Flag):
        READ = 4
        WRITE = 2
        ENTER = 1

    class Bits(IntFlag):
        A = 1
        B = 2

    def rights(self):
        both = self.Right.READ | self.Right.WRITE
        return both, ~both, self.Right.READ in both, self.Bits.A | 2


door = Door()
print(repr(door.State.OPEN), Door.State.SHUT, [Door.Right.READ], door.rights())
try:
    Door.State(3)
except ValueError as error:
    print(error)


def local():
    class Level(Enum):
        LOW = 1

    print(repr(Level.LOW), Level.LOW, f"{Level.LOW}", Level, Level.__qualname__)


local()
