# Items of sequences that are not the first to differ are never compared, be they dicts; sets are ordered as subsets.
from collections import deque

groups = {"x": {3}, "w": {1, 2}, "y": {2}}
for name, members in sorted(groups.items()):
    print(name, members)
print(max(groups.items()), min([(1, {2, 1}), (1, {1})]))
print(sorted([("b", {"k": 1}), ("a", {"k": 2})]), sorted([[{}, 1], [{}, 0]]), sorted([{"only": 1}]))
try:
    print(sorted([("a", {"k": 1}), ("a", {"k": 2})]))
except TypeError as error:
    print(error)

sets = [{1, 2}, {1}, {1, 2, 3}]
sets.sort()
print(sets, sorted([frozenset([1, 2]), frozenset([1])]), max({1}, {1, 2}))
print(sorted([deque([2]), deque([1, 5]), deque([1])]), deque([1]) < deque([2]))


def made(x):
    print("made", x)
    return {x, 1}


print(made(1) < made(2), made(2) > made(1), made(1) <= made(2))


class Thing:
    def __repr__(self):
        return "a thing"


print(sorted([(2, Thing()), (1, Thing())]))
