# Operators taken from builtin types as functions: `int.__lt__`, `str.__len__`.
ops = {"+": int.__add__, "-": int.__sub__, "<": int.__lt__, "==": int.__eq__}
print(ops["+"](1, 2), ops["-"](5, 7), ops["<"](1, 2), ops["=="](3, 3))
print(list(map(str.__len__, ["a", "bcd"])), sorted(["bb", "a"], key=str.__len__))
print(float.__add__(1.5, 2.0), complex.__mul__(1j, 2j))
from functools import reduce
print(reduce(set.__and__, [{1, 2, 3}, {2, 3}, {3, 9}]), reduce(set.__or__, [{1}, {2}]))
print(list(map(dict.__getitem__, [{"a": 1}], ["a"])), list(filter({1, 2}.__contains__, [1, 5])))
print(max([3, 1, 2], key=int.__neg__), list.__len__([1, 2]))


def check(**kwargs):
    return [k for k, v in {"cats": 8, "trees": 3}.items() if kwargs.get(k, int.__eq__)(v, 3)]


print(check(cats=int.__gt__), check(trees=int.__lt__))
