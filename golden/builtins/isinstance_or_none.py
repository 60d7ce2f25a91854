# None may be one of the kinds that a test names, and others not.
from collections.abc import Hashable, Iterable, Sized


def is_number_or_none(value):
    return isinstance(value, (int, float, type(None)))


for value in (1, "a", None, 2.5, [1]):
    print(is_number_or_none(value), isinstance(value, (str, list)))


def is_key(value):
    return isinstance(value, Hashable)


for value in (1, (1,), range(3), frozenset([1]), True, None, {1: 2}):
    print(is_key(value))


class Equal:
    def __eq__(self, other):
        return True


class Keyed(Equal):
    def __hash__(self):
        return 1


print(is_key(Equal()), is_key(Keyed()), is_key(len), is_key(Equal), is_key([1]), is_key({1}))
print(isinstance([], Iterable), isinstance("", Sized), isinstance(Keyed(), Iterable))
print(list(map(str, [])), sum(map(len, [])), [*map(int, "")])
