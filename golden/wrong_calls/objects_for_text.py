# An object where text is due is a TypeError, which names its class; one that is text besides goes as that.
import re
from datetime import date
from enum import Enum


class Name:
    pass


class Colour(str, Enum):
    RED = "red"


for part in ["b", Name(), Colour.RED, date(2024, 1, 1)]:
    try:
        print("a red b".find(part), re.findall("r", part))
    except TypeError as error:
        print(error)
    try:
        print("a " + part)
    except TypeError as error:
        print(error)
