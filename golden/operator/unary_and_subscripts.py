# Functions for one operand, for membership and for items: in tables, as keys, and handed on.
import operator
from operator import contains, countOf, getitem, neg, not_

UNARY = {"-": operator.neg, "+": operator.pos, "~": operator.invert, "not": operator.not_}
for name, function in UNARY.items():
    print(name, function(5))
print(list(map(neg, [1, -2])), sorted([3, 1, 2], key=operator.neg), neg(2.5), not_([]), operator.truth("x"))
print(contains([1, 2], 2), contains("text", "ex"), getitem({"a": 1}, "a"), list(map(getitem, ["ab", "cd"], [0, 1])))
rows = [5, 6, 7]
operator.setitem(rows, 0, 9)
operator.delitem(rows, 1)
print(rows, countOf("banana", "a"), operator.indexOf(rows, 7))
try:
    operator.indexOf(rows, 100)
except ValueError as error:
    print(error)
try:
    getitem(rows, 10)
except IndexError as error:
    print(error)
