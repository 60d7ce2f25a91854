# isinstance takes the generic aliases of typing for their types; a type is none of them.
import collections
import typing
from typing import Counter, DefaultDict, Deque, Dict, FrozenSet, List, OrderedDict, Set, Tuple


def describe(x):
    if isinstance(x, Dict):
        return "dict"
    if isinstance(x, typing.List):
        return sum(x)
    if isinstance(x, (typing.Tuple, typing.Set)):
        return len(x)
    return x


class Names(dict):
    pass


class Queue(collections.deque):
    pass


values = [{}, [], set(), (), collections.Counter(), collections.defaultdict(int), collections.deque()]
values += [collections.OrderedDict(), frozenset(), Names(), Queue()]
for x in values:
    print(
        type(x).__name__,
        [isinstance(x, Dict), isinstance(x, List), isinstance(x, Set), isinstance(x, Tuple)],
        [isinstance(x, Counter), isinstance(x, DefaultDict), isinstance(x, Deque)],
        [isinstance(x, OrderedDict), isinstance(x, FrozenSet), isinstance(x, (Dict, List))],
    )
print(describe({}), describe([1, 2]), describe((1,)), describe({3}), describe("s"))
print(type([]) is List, type({}) == Dict, issubclass(Names, Dict), issubclass(Names, List))
