# A named tuple among texts is no text: the function that takes text says so.
import re
from collections import namedtuple

Pair = namedtuple("Pair", "a b")


class Word(str):
    pass


for value in ["abc", Pair(1, 2), Word("ax")]:
    try:
        print(bool(re.match("a", value)))
    except TypeError as error:
        print(error)
