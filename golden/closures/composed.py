# Functions are composed in folds and loops, any number of them.
from functools import reduce


def compose(*functions):
    return reduce(lambda f, g: lambda x: g(f(x)), functions)


print(compose(lambda x: x + 1, lambda x: x * 2, lambda x: x - 3)(10))


def pipeline(steps):
    run = lambda x: x
    for step in steps:
        run = (lambda f, g: lambda x: g(f(x)))(run, step)
    return run


def double(x):
    return x * 2


print(pipeline([double] * 10)(1), pipeline([])(5))


def repeated(f, n):
    if n == 0:
        return lambda x: x
    rest = repeated(f, n - 1)
    return lambda x: f(rest(x))


print(repeated(double, 5)(3))


class Power:
    """An object that is called is a function as any other."""

    def __init__(self, exponent):
        self.exponent = exponent

    def __call__(self, x):
        return x**self.exponent


square = Power(2)
print(list(map(square, [1, 2, 3])), sorted([-3, 1, 2], key=square), max([-5, 2], key=square))
