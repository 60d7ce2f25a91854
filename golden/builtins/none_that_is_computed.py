# What gives None for an argument that may be left out is called all the same.
from collections import defaultdict, deque


class Point:
    origin = 0


def nothing(name):
    print("nothing for", name)


print(round(2.5, nothing("round")), deque([1, 2], nothing("deque")), defaultdict(nothing("defaultdict")))
print(getattr(Point(), "origin", nothing("getattr")), getattr(Point(), "other", nothing("getattr")))
