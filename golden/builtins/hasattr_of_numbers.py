# `hasattr` of `__index__`, `__int__` and `__float__` tells numbers from other values.
class Level:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


def item(items, at):
    if isinstance(at, (list, tuple)):
        return [item(items, each) for each in at]
    if isinstance(at, slice) or hasattr(at, "__index__"):
        return items[at]
    raise TypeError("no index: %r" % (at,))


print(item("abcd", 1), item("abcd", slice(2)), item("abcd", (0, -1)), item("abcd", Level(2)))
try:
    item("abcd", 1.5)
except TypeError as error:
    print(error)
print([hasattr(x, "__float__") for x in (1, 2.5, True, "3", None, [4])], hasattr(Level(1), "__int__"))
