# index, count and remove compare: what is of another kind than the items is not there.
from collections import deque

names = ("Mercury", "Venus", "Earth")


def place(x):
    return names.index(x)


print(place("Venus"))
for x in (3, None, "Pluto", 2.5):
    try:
        print(place(x))
    except ValueError as error:
        print(error)

print([1, 2].count("a"), (1, 2).count("a"), (1, "a", 1).count(1))
try:
    print([1, 2].index("a"))
except ValueError as error:
    print(error)
try:
    [1, 2].remove("a")
except ValueError as error:
    print(error)


# Of a value of several kinds, those that fit are looked for.
def look(items: list[str], x: int | str) -> int:
    return items.count(x)


print(look(["a", "b", "a"], "a"), look(["a"], 1))

waiting = deque([1, 2])
try:
    waiting.remove("z")
except ValueError as error:
    print(error)
try:
    print(waiting.index("z"))
except ValueError as error:
    print(error)
print([[1]].count(1), [None, None].count(0))
