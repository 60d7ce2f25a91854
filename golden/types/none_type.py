# types.NoneType is the class of None.
from types import NoneType


def kind(value):
    return "nothing or text" if isinstance(value, (NoneType, str)) else "something"


print(kind(None), kind("a"), kind(1), type(None) is NoneType)
