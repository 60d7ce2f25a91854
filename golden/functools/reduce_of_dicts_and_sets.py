# Dicts, sets and counters folded by their operators, from the class or from `operator`.
import operator
from collections import Counter
from functools import reduce

layers = [{"a": 1}, {"b": 2}, {"a": 3}]
print(reduce(dict.__or__, layers), reduce(operator.or_, layers), reduce(operator.or_, layers, {"z": 0}))
groups = [{1, 2, 3}, {2, 3, 4}, {3, 2, 9}]
print(reduce(set.union, groups), reduce(set.intersection, groups), reduce(operator.and_, groups))
counts = [Counter("ab"), Counter("bc"), Counter("b")]
print(reduce(operator.add, counts), reduce(operator.or_, counts), layers[0])
