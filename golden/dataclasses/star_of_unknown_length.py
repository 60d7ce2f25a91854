# What is behind a star fills the fields of a dataclass or named tuple; too few or too many raise.
from collections import namedtuple
from dataclasses import dataclass
from typing import NamedTuple


@dataclass
class Item:
    name: str
    size: int = 7


class Row(NamedTuple):
    key: str
    tag: str = "none"


Point = namedtuple("Point", "x y")

print([Point(*map(int, text.split())) for text in ["1 2", "3 4"]])
print(Row(*"a b".split()), Row(*["c"]))


def loud(text):
    print(text)
    return text


@dataclass
class Pair:
    left: str
    right: str = "right"


for parts in (["a"], ["a", "b"]):
    print(Pair(*parts))
print(Pair(loud("first"), *[loud("second")]))
print(Item("box", *[3]), Item(*("bag", 4)))
for parts in ([1], [1, 2, 3]):
    try:
        print(Point(*parts))
    except TypeError as error:
        print(error)
try:
    print(Pair(*"abc"))
except TypeError as error:
    print(error)
