# A builtin function whose argument is of a type that it never takes raises a `TypeError`, which can be caught.
import itertools
import struct
from collections import Counter, OrderedDict
from datetime import date


class Plain:
    pass


def twice(x):
    return 2 * x


def tries(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


# What has no items.
tries(lambda: set(date(2020, 1, 2)))
tries(lambda: OrderedDict(date(2020, 1, 2)))
tries(lambda: dict(twice))
tries(lambda: sorted(ValueError("x")))
tries(lambda: any(Plain()))
tries(lambda: sum(twice))
tries(lambda: list(map(str, len)))

# What has no bytes, or is no text.
tries(lambda: bytes(ValueError("x")))
tries(lambda: bytearray(twice))
tries(lambda: struct.pack(5, 1))
tries(lambda: struct.pack(None, 1))
tries(lambda: format(1, [2]))
tries(lambda: format(1, Plain()))

# Functions of an item that raise for all of them.
tries(lambda: sorted([1, 2], key=list))
tries(lambda: min([1, 2], key=list, default=3))
tries(lambda: list(itertools.groupby([1], len)))
tries(lambda: twice[0])

# Arguments that are missing, or too many.
tries(lambda: int(base=10))
tries(lambda: Counter((), ()))

# Between the brackets of a field's index, a brace is a brace.
try:
    print("{[{}".format({"a": 1}))
except ValueError as e:
    print(e)
