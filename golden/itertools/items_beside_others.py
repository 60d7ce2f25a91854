# Counters, combinations and products may stand where other values are iterated, too.
from itertools import combinations, count, islice, permutations, product


def first(n, items):
    out = []
    for item in items:
        if len(out) == n:
            break
        out.append(item)
    return out


for odd in (True, False):
    print(first(3, count(1, 2) if odd else "abcd"))
for source in [combinations(range(3), 2), "xy", count(5), permutations(range(2))]:
    print(list(islice(source, 3)))
for flag in (True, False):
    print([x for x in (product("ab", repeat=2) if flag else iter(["a", "b"]))])
