# Containers print their items with repr.
print(["a", 1, 1.0, None, True], ("x",), {"k": "v"}, {1})
print([[]], [()], [{}], ((1, 2), [3]), {"a": {"b": []}})
print(["it's", 'q"q', "new\nline", "\\"], str(["a"]), repr({"a": ("b",)}))
print([float("nan"), float("inf"), -0.0, 1e20], [b"x"], [range(3)])
print({1: 1.5, "s": None, (1, 2): [3]})
print(frozenset([1]), frozenset(), set())


class Item:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Item({self.n})"

    def __str__(self):
        return f"item {self.n}"


i = Item(3)
print(i, [i], {"k": i}, (i,), f"{i} {i!r}", str(i), repr(i))
loop = [1]
loop.append(loop)
print(loop)
