# Sets and dicts are equal when their items are, however these are held: a tuple of any length equals one written out,
# `1` equals `1.0` and `True`, and a part that may be None equals one that never is. Equal keys hash alike.
from collections import OrderedDict


def pairs(edges):
    counts = {}
    for a, b in edges:
        key = tuple(sorted((a, b)))
        counts[key] = counts.get(key, 0) + 1
    return counts


print(pairs([(1, 2), (2, 1), (3, 3)]) == {(1, 2): 2, (3, 3): 1})
print(pairs([(1, 2)]) == {(1, 2): 2}, pairs([(1, 2)]) != {(2, 1): 1}, pairs([]) == {})


def groups(words):
    return {tuple(sorted(word)) for word in words}


print(groups(["ab", "ba", "c"]) == {("a", "b"), ("c",)})
print({("a", "b")} == groups(["ab"]), groups(["abc"]) == {("a", "b")}, groups([]) == set())
print(frozenset(groups(["ab"])) == {("a", "b")}, {frozenset(groups(["ab"]))} == {frozenset({("a", "b")})})


# Numbers.
print({1.0: "a", 2.0: "b"} == {1: "a", 2: "b"}, {1.0, 2.5} == {1, 2}, {True: 1} == {1: 1.0}, {True, False} == {0, 1})
print({i / 2 for i in range(4)} == {0, 1, 0.5, 1.5}, {2**70} == {1}, {-1.0} == {-1})


# A key that may be None, and one of several kinds.
def maybe(n):
    return {(None if i == 1 else i): str(i) for i in range(n)}


print(maybe(1) == {0: "0"}, maybe(2) == {0: "0"}, maybe(2) == {0: "0", None: "1"}, {0: "0"} == maybe(1))


def mixed(n):
    return {i if i % 2 else str(i) for i in range(n)}


print(mixed(1) == {"0"}, mixed(2) == {"0", 1}, {1} == mixed(2), mixed(2) == {1, "0", "2"})

# Values of the dict, and dicts inside.
print({"a": {tuple([1, 2])}, "b": set()} == {"a": {(1, 2)}, "b": set()})
print([{tuple([1, 2]): 3}] == [{(1, 2): 3.0}], [{tuple([1, 2]): 3}] == [{(1, 2): 3.5}])

# The order of two OrderedDicts counts, also where keys or values are held in different ways.
first = OrderedDict([(1, "a"), (2, "b")])
print(first == OrderedDict([(1.0, "a"), (2.0, "b")]), first == OrderedDict([(2.0, "b"), (1.0, "a")]))
print(OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4.0), (1, 2.0)]))
print(first == {2.0: "b", 1.0: "a"})


class Odd:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        if not isinstance(other, Odd):
            return NotImplemented
        if self.n != other.n:
            raise ValueError("asked of different ones")
        return True


# A comparison that raises is only asked of keys that hash alike.
try:
    print({(Odd(1), 2): "x"} == {(Odd(1), 2.0): "x"}, {(Odd(1), 2)} == {(Odd(2), 2.0)})
except ValueError as error:
    print(error)

# Keys of a dict are compared as a set is.
counts = pairs([(1, 2), (3, 3)])
print(counts.keys() == {(1, 2), (3, 3)}, {(1, 2)} == counts.keys(), counts.keys() == {(3.0, 3): "", (1, 2): ""}.keys())
print({1: "a"}.keys() == {1: 2}.keys(), frozenset([1]) == {True: 2}.keys(), {}.keys() == {1}, {}.keys() == {}.keys())

# A NaN is the same object as itself, which is enough inside of containers.
nan = float("nan")
print([nan, None][:1] == [nan], {nan} == {nan, None} - {None}, {(nan, 1)} == {(nan, 1.0)}, [nan] == [nan, None])
