# The items of a list become the arguments of a builtin that takes so many and no others; other numbers of them are a TypeError.
import math
import operator

FUNCTIONS = {"sqrt": math.sqrt, "pow": math.pow, "hypot": lambda a, b: math.sqrt(a * a + b * b), "max": max}
OPERATORS = {"+": (operator.add, 2), "-": (operator.sub, 2), "neg": (operator.neg, 1), "max": (max, 3)}


def evaluate(name, args):
    return FUNCTIONS[name](*args)


def run(text):
    stack = []
    for word in text.split():
        if word in OPERATORS:
            function, n = OPERATORS[word]
            args = [stack.pop() for _ in range(n)][::-1]
            stack.append(function(*args))
        else:
            stack.append(float(word))
    return stack


print(evaluate("pow", [2.0, 10.0]), evaluate("sqrt", [16.0]), evaluate("hypot", [3.0, 4.0]), evaluate("max", [1.0, 5.0]))
print(run("1 2 + neg 4 -"), run("3 1 2 max"))
for name, args in (("pow", [1.0]), ("sqrt", [1.0, 2.0]), ("hypot", [1.0])):
    try:
        print(evaluate(name, args))
    except TypeError as error:
        print(error)


def divided(first, rest):
    try:
        return divmod(first, *rest)
    except TypeError as error:
        return str(error)


print(divided(7, [2]), divided(7, []), divided(7, [1, 2]))
