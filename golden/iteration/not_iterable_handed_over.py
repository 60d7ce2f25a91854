# Handing to a lazy function what cannot be iterated raises where it is handed over, not where it is used.
from enum import Enum
from itertools import chain


class Color(Enum):
    RED = 1
    BLUE = 2


class Bad:
    def __init__(self, ok):
        self.ok = ok

    def __iter__(self):
        if not self.ok:
            raise ValueError("not iterable now")
        return iter([1, 2])


def maybe(n):
    if n > 5:
        return None
    return [n]


def texts(n):
    try:
        return list(map(str, maybe(n)))
    except TypeError as e:
        print("caught", e)
        return []


print(texts(1), texts(9))
for build in (1, 0):
    try:
        mapped = map(str, Bad(build))
        print("built")
        print(list(mapped))
    except ValueError as e:
        print(e)
try:
    numbered = enumerate(maybe(9))
    print("not reached", numbered)
except TypeError as e:
    print(e)
print(list(map(str, Color)), list(enumerate(Color, 1)))
print(list(chain.from_iterable(maybe(n) for n in range(3))))
try:
    print(list(chain.from_iterable(maybe(n) for n in range(9))))
except TypeError as e:
    print(e)


def noisy():
    print("noisy")


try:
    print(list(map(str, noisy())))
except TypeError as e:
    print(e)
try:
    print(",".join(map(str, maybe(9))))
except TypeError as e:
    print(e)
