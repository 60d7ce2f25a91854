# An error about an object that is a builtin value besides names the class of the object.
from collections import namedtuple
from enum import IntEnum
from typing import Callable, NamedTuple


class Point(NamedTuple):
    x: int
    y: int


Pair = namedtuple("Pair", "left right")


class Name(str):
    pass


class Count(int):
    pass


class Weight(float):
    pass


class Items(list):
    pass


class Table(dict):
    pass


class Level(IntEnum):
    LOW = 1


def show(operation: Callable[[], object]) -> None:
    try:
        print(operation())
    except (TypeError, ValueError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")


point, pair, name, count = Point(1, 2), Pair(1, 2), Name("a"), Count(3)
weight, items, table = Weight(2.5), Items([1]), Table(a=1)

show(lambda: point - (1, 1))
show(lambda: (1, 1) - point)
show(lambda: pair - pair)
show(lambda: pair + 1)
show(lambda: [1] + point)
show(lambda: -point)
show(lambda: ~weight)
show(lambda: point < 3)
show(lambda: name + 1)
show(lambda: name * weight)
show(lambda: items - [1])
show(lambda: table < {})
show(lambda: count + "x")
show(lambda: divmod(count, "x"))
show(lambda: Level.LOW + "x")
show(lambda: abs(name))
show(lambda: round(name))
show(lambda: int(items))
show(lambda: float(table))
show(lambda: sum([point]))
show(lambda: len(count))
show(lambda: list(count))
show(lambda: {items: 1})
show(lambda: {table})
show(lambda: count[0])
show(lambda: name["a"])
show(lambda: [1, 2][weight])
show(lambda: range(weight))
show(lambda: 3 in count)
show(lambda: count in name)
show(lambda: name.missing)
show(lambda: f"{name:d}")
show(lambda: f"{weight:d}")
show(lambda: f"{Level.LOW:s}")


def raised() -> None:
    raise count


def renamed() -> None:
    text = Name("b")
    text *= text


def unpacked() -> None:
    left, right = count
    print(left, right)


def stored() -> None:
    point[0] = 3


for change in (raised, renamed, unpacked, stored):
    show(change)
