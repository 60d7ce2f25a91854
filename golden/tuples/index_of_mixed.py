# index of a tuple of several types compares item by item.
mixed = (1, "two", 3.0, [4], None, (5, 6))
print(mixed.index("two"), mixed.index(3), mixed.index([4]), mixed.index((5, 6)), mixed.index(None), mixed.index(True))
try:
    mixed.index("one")
except ValueError as error:
    print(error)
print((1, "a").index("a") + 1, mixed.count(1.0))
