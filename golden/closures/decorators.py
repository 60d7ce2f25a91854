# A decorator is a function that replaces a function.
calls = []


def logged(f):
    def wrapper(*args):
        calls.append((f.__name__, args))
        return f(*args)

    return wrapper


@logged
def add(a, b):
    return a + b


@logged
def neg(x):
    return -x


print(add(1, 2), neg(3), calls)


def memo(f):
    cache = {}

    def inner(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]

    return inner


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50))


def repeat(times):
    def deco(f):
        def run(x):
            return [f(x) for _ in range(times)]

        return run

    return deco


@repeat(3)
def hello(name):
    return "hi " + name


print(hello("x"))
