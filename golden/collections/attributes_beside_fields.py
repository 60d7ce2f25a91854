# A class derived from a named tuple has attributes of its own beside the fields, if it says no `__slots__`.
from collections import namedtuple
from typing import NamedTuple


class Card(namedtuple("Card", "rank suit")):
    def mark(self, text):
        self.note = text
        return self


class Point(NamedTuple):
    x: int
    y: int = 0


class Pair(namedtuple("Base", "a b")):
    __slots__ = ()


card = Card(1, "hearts").mark("first")
print(card, card.note, card == (1, "hearts"), card == Card(1, "hearts"))

try:
    print(Card(2, "spades").note)
except AttributeError as error:
    print(error)

for change in ["x", "z"]:
    point = Point(1)
    try:
        if change == "x":
            point.x = 3
        else:
            point.z = 3
    except AttributeError as error:
        print(error)

pair = Pair(1, 2)
try:
    pair.c = 3
except AttributeError as error:
    print(error)
