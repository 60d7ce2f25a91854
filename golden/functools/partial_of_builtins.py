# A partial call of a builtin, with values and names given ahead.
import functools
from functools import partial, reduce
from itertools import starmap

binary = partial(int, base=2)
print(binary("101"), [binary(word) for word in ("1", "10")])
descending = partial(sorted, reverse=True)
print(descending([2, 3, 1]), partial(sorted, key=len)(["ccc", "a", "bb"]))
longest = partial(max, key=len)
print(longest(["a", "bbb"]), longest("x", "yy"))
tell = partial(print, "note:", sep=" ", end="!\n")
tell("one", 2)
hundredths = functools.partial(round, ndigits=2)
print(hundredths(3.14159), partial(sum, start=10)([1, 2]))


def add(a, b):
    return a + b


total = partial(reduce, add)
print(total([1, 2, 3]), total(["a", "b"]), partial(pow, 2)(10), partial(max, 3)(5))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(map(partial(pow, 2), range(4))))


# The values are evaluated once, when the partial call is made.
base = 8
octal = partial(int, base=base)
base = 2
print(octal("17"))
