# A Counter takes a dict in place, and leaves `|` with a dict to `dict`; an OrderedDict makes its like.
from collections import Counter, OrderedDict, defaultdict
c = Counter(a=1, b=5)
d = {"b": 2, "z": 3, "n": -1}
print(c | d)
print(d | c)
c |= d
print(c)
c = Counter(a=1, b=5)
c += d
print(c)
c = Counter(a=1, b=5)
c -= d
print(c)
c = Counter(a=1, b=5)
c -= {"a": 1}
print(c, len(c), c == d)
for f in (lambda: c + d, lambda: c - d, lambda: c & d, lambda: d + c):
    try:
        print(f())
    except TypeError as e:
        print(e)
o = OrderedDict(a=1)
print(o | d)
print(d | o)
o |= d
print(o)
