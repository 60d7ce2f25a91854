# A class method of an enumeration finds its members by name in `cls.__members__`.
from enum import Enum, IntEnum


class Severity(Enum):
    DEBUG = 10
    INFO = 20

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls.__members__.get(value.upper())
        return None

    @classmethod
    def has(cls, name: str) -> bool:
        return name in cls.__members__


class Level(IntEnum):
    LOW = 1
    HIGH = 2

    @classmethod
    def of(cls, text: str) -> "Level":
        try:
            return cls.__members__[text.upper()]
        except KeyError:
            raise ValueError(f"{text!r} is none of {', '.join(cls.__members__)}") from None


print(Severity("info"), Severity.has("DEBUG"), Severity.has("debug"), Level.of("high"))
for name in Level.__members__:
    print(name)
try:
    Level.of("middle")
except ValueError as error:
    print(error)
