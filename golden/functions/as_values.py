# Functions are values: stored, passed, returned, compared.
def double(x):
    return 2 * x


def apply(f, x):
    return f(x)


def twice(f):
    return lambda x: f(f(x))


print(apply(double, 4), apply(len, "abc"), apply(lambda x: x + 1, 1), twice(double)(3))
ops = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b}
print(ops["add"](2, 3), ops["mul"](2, 3), [f(10) for f in (double, str, float)])
g = double
print(g(1), g is double, double.__name__, callable(g), callable(3))


def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x

    return run


print(compose(double, double, lambda x: x - 1)(5))
print(list(map(double, [1, 2])), list(filter(lambda x: x % 2, range(5))), max([3, -9], key=abs))
