# A copy has the same members of enumerations.
import copy
from enum import Enum, Flag


class Kind(Enum):
    SINGLE = ("single", 50)
    SUITE = ("suite", 200)


class Mode(Flag):
    READ = 1
    WRITE = 2


class Room:
    def __init__(self, number, kind):
        self.number = number
        self.kind = kind
        self.mode = Mode.READ | Mode.WRITE
        self.guests = []


room = Room(1, Kind.SUITE)
other = copy.deepcopy(room)
room.guests.append("ann")
print(other.kind is Kind.SUITE, other.mode, other.guests, copy.copy(room).guests is room.guests)
print(copy.deepcopy({Kind.SINGLE: [1]}), copy.copy([Kind.SUITE]))
