# `operator.index` takes integers; the in-place functions give what the statement leaves.
import operator
from operator import iadd, index

print(index(3), index(True), operator.abs(-2.5), operator.abs(-3))
for wrong in [1.5, "2"]:
    try:
        print(operator.index(wrong))
    except TypeError as error:
        print(error)
items = [1]
same = iadd(items, [2])
print(items, same is items, operator.imul(3, 4), operator.iconcat("a", "b"), operator.ior(1, 2))
print(operator.isub({1, 2}, {2}), operator.ifloordiv(7, 2), operator.ilshift(1, 3))
