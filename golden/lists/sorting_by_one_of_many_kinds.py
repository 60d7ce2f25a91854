# Rows of several kinds are sorted by one of their items; what has no order raises where it is compared, even with itself.
from enum import Enum


class Node:
    def __init__(self, name):
        self.name = name


class Colour(Enum):
    RED = 1
    GREEN = 2


def area():
    return 0


# Items that are always numbers, or always text, have their order.
rows = [[3, Node("c"), "x", Colour.RED], [1, Node("a"), "z", Colour.GREEN], [2, Node("b"), "y", Colour.RED]]
print([row[0] for row in sorted(rows, key=lambda row: row[0])])
print([row[0] for row in sorted(rows, key=lambda row: row[2], reverse=True)])
rows.sort(key=lambda row: row[0], reverse=True)
print([row[2] for row in rows])
print(min(rows, key=lambda row: row[0])[2], max(rows, key=lambda row: row[2])[0])

# Objects and members have none.
for column in (1, 3):
    try:
        print(sorted(rows, key=lambda row: row[column]))
    except TypeError as error:
        print(error)
try:
    print(min(rows, key=lambda row: row[1]))
except TypeError as error:
    print(error)

# Nor has an object or a function with itself.
node = Node("d")
pairs = [[node, 4], [node, 3]]
try:
    print(sorted(pair[0] for pair in pairs))
except TypeError as error:
    print(error)
shapes = [[area, 2], [area, 1]]
print([shape[1] for shape in sorted(shapes, key=lambda shape: shape[1])])
try:
    print(sorted(shapes, key=lambda shape: shape[0]))
except TypeError as error:
    print(error)

# Inside of sequences equal items are passed over.
print([pair[1] for pair in sorted(pairs)])
