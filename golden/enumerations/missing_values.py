# `_missing_` is asked for a value that no member has; where it gives None, the search fails as it would without it.
from enum import Enum


class Color(Enum):
    RED = "red"
    GREEN = "green"

    @classmethod
    def _missing_(cls, value):
        if value.lower() == "green":
            return cls.GREEN
        return cls.RED if value in ("r", "crimson") else None


print(Color("red"), Color("GREEN"), Color("r"))
try:
    Color("Blue")
except ValueError as e:
    print("ValueError:", e)


class Size(Enum):
    SMALL = 1
    LARGE = 2
    UNKNOWN = -1

    @classmethod
    def _missing_(cls, value):
        return cls.UNKNOWN


print(Size(2), Size(99), [Size(n).name for n in (1, 5)])

# Its members are gone through as ever.
print(sorted(Size, key=lambda size: size.value), max(Size, key=lambda size: size.value), *Size)
print(list(zip(Size, "abc")), {size.name for size in Size} == set("SMALL LARGE UNKNOWN".split()), tuple(Color))

# `__members__` maps the names, those of aliases too, to members.


class Shade(Enum):
    DARK = 1
    LIGHT = 2
    PALE = 2


for name, member in Shade.__members__.items():
    print(name, member)
print(len(Shade.__members__), "PALE" in Shade.__members__, Shade.__members__["PALE"], list(Shade.__members__))
print([name for name in Shade.__members__ if name.startswith("P")])
