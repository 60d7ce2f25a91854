# A named tuple of more than twelve fields has no tuple of its values.
from typing import NamedTuple


class Row(NamedTuple):
    a: int
    b: int
    c: int
    d: int
    e: int
    f: int
    g: int
    h: int
    i: int
    j: int
    k: int
    l: int
    m: int


row = Row(*range(13))
print(tuple(row))  # error: PT0305
