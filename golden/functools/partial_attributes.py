# What a `partial` calls and with which arguments; a context manager that decorates.
import functools
from contextlib import ContextDecorator
from functools import partial


def power(base, exponent):
    return base**exponent


square = partial(power, exponent=2)
of_two = functools.partial(power, 2)
print(square(3), of_two(5), square.func.__name__, square.keywords, of_two.args, of_two.func is power)


class tag(ContextDecorator):
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print(f"<{self.name}>")
        return self

    def __exit__(self, *exc):
        print(f"</{self.name}>")
        return False


@tag("b")
def shout(word, times=1):
    """Says it loudly."""
    print(word.upper() * times)
    return len(word)


print(shout("hi", times=2), shout.__name__, shout.__doc__)
with tag("i"):
    print("whispered")

# What one of several functions would raise for two arguments is no fault where it gets one.
compose = lambda *functions: functools.reduce(lambda f, g: lambda *a: f(g(*a)), functions)
print(compose(str, abs, lambda a, b: a - b)(3, 10))
try:
    str("a", 3)
except TypeError as error:
    print(error)
