# A member that an enumeration lacks: of a name an AttributeError, of a key a KeyError, of a value a ValueError.
from enum import Enum


class Color(Enum):
    RED = 1
    GREEN = 2


try:
    print(Color.PINK)
except AttributeError as e:
    print("AttributeError", e)
try:
    print(Color["PINK"])
except KeyError as e:
    print("KeyError", e)
try:
    print(Color(3))
except ValueError as e:
    print("ValueError", e)
print(getattr(Color, "RED"), hasattr(Color, "PINK"))
