# What a value can do is asked by the names of special methods, and a function by its own name.
from collections import deque


class Walked:
    def __iter__(self):
        return iter([1, 2])


class Called:
    def __call__(self):
        return 1


class Sized:
    def __len__(self):
        return 3


def flatten(value):
    out = []
    for item in value:
        if hasattr(item, "__iter__") and not isinstance(item, str):
            out.extend(flatten(item))
        else:
            out.append(item)
    return out


print(flatten([1, [2, (3, "four")], {5}]))


def named(function):
    return getattr(function, "__name__", "no name")


def double(x):
    return 2 * x


print(named(double), named(lambda: 1), named(len), named(Walked), named(ValueError))
NAMES = "iter next len contains call getitem"


def abilities(value):
    return (
        hasattr(value, "__iter__"),
        hasattr(value, "__next__"),
        hasattr(value, "__len__"),
        hasattr(value, "__contains__"),
        hasattr(value, "__call__"),
        hasattr(value, "__getitem__"),
    )


for value in (1, 1.5, "a", b"b", None, [1], (1,), {1: 2}, {1}, range(2), deque([1]), double, Walked(), Called(), Sized()):
    print(abilities(value))
print(abilities(iter([1])), abilities(x for x in "ab"), abilities({1: 2}.keys()), abilities({1: 2}.values()))
print(abilities(zip("a", "b")), abilities(map(str, [1])), abilities(frozenset()), abilities(1j), abilities(True))
