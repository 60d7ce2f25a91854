# The functions of `operator` under the names of the special methods that they call.
import operator
import operator as op
from functools import reduce


def binary(function):
    def step(stack):
        right = stack.pop()
        stack.append(function(stack.pop(), right))

    return step


def unary(function):
    def step(stack):
        stack.append(function(stack.pop()))

    return step


STEPS = {"+": binary(operator.__add__), "*": binary(operator.__mul__), "~": unary(operator.__neg__)}


def run(text):
    stack = []
    for word in text.split():
        if word in STEPS:
            STEPS[word](stack)
        else:
            stack.append(int(word))
    return stack


print(run("1 2 + 4 * ~"))
print(operator.__lt__(1, 2), op.__not__(0), op.__and__(6, 3), op.__contains__([1], 1), op.__getitem__("ab", 1))
print(reduce(operator.__or__, [1, 2, 4]), operator.__add__ is operator.add)
