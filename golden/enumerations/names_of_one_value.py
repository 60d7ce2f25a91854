# Several names for one member, in one assignment; `auto()` counts once.
from enum import Enum, auto


class Tone(Enum):
    LIGHT = PALE = auto()
    DARK = auto()
    DEEP = SATURATED = 7


print(list(Tone), Tone.PALE is Tone.LIGHT, Tone["SATURATED"], Tone.DARK.value)


# What `_missing_` gives has to be a member or `None`.
class Size(Enum):
    S = 1
    L = 2

    @classmethod
    def _missing_(cls, value):
        if value == "large":
            return cls.L
        return value


print(Size("large"))
try:
    Size("huge")
except TypeError as error:
    print(error)
