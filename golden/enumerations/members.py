# An enumeration has members with names and values; each member is one object, and a second name for a value an alias.
from enum import Enum, auto, unique


class Color(Enum):
    """The colours of a traffic light."""

    RED = 1
    AMBER = 2
    GREEN = 3
    YELLOW = 2


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value)
print(Color.YELLOW is Color.AMBER, Color.YELLOW.name)
print(Color["GREEN"], Color(2), Color["YELLOW"], len(Color), list(Color))
print([color.name for color in Color], Color.RED in Color, isinstance(Color.RED, Color), Color)
print(Color.RED == Color.RED, Color.RED != Color.GREEN, Color.RED == 1)


def member(key):
    try:
        return Color(key)
    except ValueError as e:
        return f"ValueError: {e}"


print(member(3), member(7))
try:
    print(Color["PINK"])
except KeyError as e:
    print("KeyError:", e)

# Members are keys, elements and defaults; text formats as that of a string.
names = {Color.RED: "stop", Color.GREEN: "go"}
print(names[Color.RED], names.get(Color.AMBER, "?"), names)
print({color.value: color.name for color in Color}, sorted(Color, key=lambda color: -color.value))
print(f"{Color.RED} {Color.RED!r} {Color.GREEN:>14}|", "%s" % Color.AMBER)


@unique
class Step(Enum):
    FIRST = auto()
    SECOND = auto()
    TENTH = 10
    LAST = auto()


print([step.value for step in Step])


def act(color):
    match color:
        case Color.RED | Color.AMBER:
            return "stop"
        case Color.GREEN:
            return "go"


print([act(color) for color in Color])
try:
    print(Color.RED < Color.GREEN)
except TypeError as e:
    print("TypeError:", e)
