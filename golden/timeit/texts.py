# timeit of a literal text: its names are those of its setup, and the module's where it is given them.
import timeit
from timeit import repeat, timeit as measure

calls = []


def note(what):
    calls.append(what)
    return len(calls)


def show(took):
    print(took >= 0, calls)
    calls.clear()


SETUP = "from __main__ import note; n = 3"
show(timeit.timeit("note('a')", setup="from __main__ import note", number=2))
show(measure("note(n)\nn *= 2", SETUP, number=3))
show(timeit.timeit("note('global')", globals=globals(), number=1))
show(measure(stmt="__main__.note(1)", setup="import __main__", number=1))
show(timeit.timeit("z.note(z.SETUP[:4])", setup="import __main__ as z", number=1))
show(measure("for i in range(2):\n    note(i)", number=2, globals=globals()))
show(sum(repeat("note('r')", "from __main__ import note", repeat=3, number=2)))
show(measure("total = 0\nfor x in items:\n    total += x", "items = list(range(4))", number=5))
show(measure("math.sqrt(2)", "import math", number=1))


def inside():
    note = "not this one"
    took = measure("note('inside')", globals=globals(), number=1)
    print(note)
    return took


show(inside())
