# Members of IntEnum are integers and those of StrEnum strings, everywhere; deriving from int or str keeps the text.
from enum import Enum, IntEnum, StrEnum, auto


class Level(IntEnum):
    LOW = 0
    MID = 5
    HIGH = 10

    @property
    def urgent(self):
        return self >= Level.HIGH


print(Level.LOW, repr(Level.MID), Level.MID + 1, -Level.HIGH, Level.HIGH // 3, Level.MID == 5, Level.MID == 5.0)
print(Level.LOW < Level.HIGH, Level.HIGH > 3, sorted([Level.HIGH, Level.LOW]), max(Level), sum(Level))
print(bool(Level.LOW), int(Level.HIGH), list(range(Level.MID)), "abcdefgh"[Level.MID], {5: "five"}[Level.MID])
print(f"{Level.MID:03d} {Level.HIGH}", "%d %s" % (Level.MID, Level.HIGH), Level.MID in [1, 5], Level.HIGH.urgent)
level = Level.LOW
level += 1
print(level, isinstance(Level.LOW, int), hash(Level.MID) == hash(5))


class Mode(StrEnum):
    READ = auto()
    WRITE = "w"


print(Mode.READ, repr(Mode.WRITE), Mode.WRITE == "w", Mode.READ.upper(), Mode.READ + "!", Mode("w"), len(Mode.READ))


class Suit(str, Enum):
    HEARTS = "h"
    SPADES = "s"


print(Suit.HEARTS, f"{Suit.SPADES}", Suit.HEARTS == "h", Suit.SPADES.value, "h" in Suit.HEARTS, Suit("s").name)
