# What wraps a dict or list takes another of its kind, is copied, joined, compared, and gives defaults, as what it wraps does.
from collections import ChainMap, UserDict, UserList


class Lowered(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


stock = UserDict({"ox": 1})
stock.update(UserDict({"ab": 5}))
print(stock, UserDict(stock), stock.pop("none", 0), stock.pop("ox", 0), stock | {"yak": 2}, stock)

names = Lowered({"A": 1})
print(names.setdefault("B", 2), names | {"C": 3}, names.popitem(), names)

layers = ChainMap({"a": 1}, {"b": 2})
print(layers == {"a": 1, "b": 2}, layers != ChainMap({"a": 1}), layers.setdefault("c", 3), layers.setdefault("b", 4))
layers.update({"d": 5})
print(layers.pop("c"), layers.pop("z", -1), layers.popitem(), layers.copy() | {"e": 6}, layers)
try:
    layers.pop("b")
except KeyError as error:
    print(error)
layers |= {"f": 7}
layers.clear()
print(layers)

row = UserList([1, 2])
print(row * 2, [0] + row, row < UserList([1, 3]), row <= [1, 2])
row += [3]
row *= 2
print(row)
