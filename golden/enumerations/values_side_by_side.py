# Members that get their values side by side: of a range, of a text, of a tuple.
from enum import Enum, IntEnum


class Suit(IntEnum):
    SPADES, HEARTS, DIAMONDS, CLUBS = range(4)


class Colour(Enum):
    RED, GREEN, BLUE = "rgb"

    def __str__(self):
        return self.name.title()


class Level(Enum):
    LOW, HIGH = 1, "top"


class Side(Enum):
    LEFT, RIGHT = range(1, 3)


print([f"{suit.name}={suit.value}" for suit in Suit], Suit(2).name, Suit.CLUBS > Suit.HEARTS)
print(*Colour, Colour("g"), [side.value for side in Side], Level.HIGH.value, len(Colour))
