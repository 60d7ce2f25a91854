# Operators as arguments, of numbers of several classes and of other kinds of values.
import operator
from functools import reduce
from itertools import accumulate, starmap

print(reduce(operator.mul, [1, 2.5, 3]), reduce(operator.add, [1, 2.5]), reduce(operator.mul, ["a", 3]))


def product(values):
    return reduce(operator.mul, values, 1)


def total(values):
    return reduce(operator.add, values)


print(product([1, 2]), product([1.5, 2]), product([]), product([2, 3, 0.5]))
print(total(["a", "b"]), total([[1], ["x"]]), total([1, 2.5, True]))
print(list(map(operator.mul, [1, 2.5], [3, 4])), sum(map(operator.mul, [1, 2], [0.5, 4])))
print(list(map(operator.mul, ["a", "b"], [1, 2])), list(map(operator.add, [1, 2.5], [1, 1])))
print(list(accumulate([1, 2.5, 3], operator.mul)), list(starmap(operator.sub, [(1, 0.5), (2, 2)])))
try:
    print(reduce(operator.mul, ["a", "b"]))
except TypeError as error:
    print(error)
print(reduce(operator.sub, [10, 1, 2.5]), reduce(operator.truediv, [1, 2, 4]), reduce(operator.pow, [2, 3, 2]))
for f in (operator.add, operator.mul, operator.mod):
    print(f(7, 2), f(7.5, 2))
