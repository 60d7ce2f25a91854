# Members of enumerations and named tuples have the attributes of their class, and of the value that they are besides.
from enum import Enum, IntEnum
from typing import NamedTuple


class Color(Enum):
    RED = 1

    def shout(self):
        return self.name + "!"


class Size(IntEnum):
    SMALL = 1


class Word(str, Enum):
    YES = "yes"


class Point(NamedTuple):
    x: int
    y: int = 0


print(hasattr(Color.RED, "value"), hasattr(Color.RED, "shout"), hasattr(Color.RED, "size"))
print(hasattr(Size.SMALL, "bit_length"), hasattr(Size.SMALL, "upper"))
print(hasattr(Word.YES, "upper"), hasattr(Word.YES, "size"))
print(hasattr(Point(1), "_fields"), hasattr(Point(1), "y"), hasattr(Point(1), "index"), hasattr(Point(1), "z"))
