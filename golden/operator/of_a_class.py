# The operators of a builtin class may be taken from it, as functions of two of its values.
from functools import reduce

rows = [[1, 2], [3], [], [4, 5]]
print(reduce(list.__add__, rows), list(map(list.__add__, [[1], [2]], [[3], [4]])))
print(reduce(int.__mul__, [1, 2, 3, 4]), int.__add__(2, 3), reduce(int.__xor__, [5, 3, 5], 1))
print(reduce(str.__add__, "abc"), list(map(str.__eq__, "abc", "abd")), float.__mul__(1.5, 2.0))
print(reduce(set.__and__, [{1, 2}, {2, 3}]), dict.__or__({"a": 1}, {"b": 2}), tuple.__add__((1,), ("x",)))
