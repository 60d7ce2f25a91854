# `Counter` and `defaultdict` in text.
from collections import Counter, defaultdict, OrderedDict
c = Counter("aab")
print(c)
print(str(c), repr(c), f"{c}")
d = defaultdict(list)
d[1].append(2)
print(d)
