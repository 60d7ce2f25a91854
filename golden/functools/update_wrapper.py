# `update_wrapper` gives an object that stands for a function the names and the docstring of that.
import functools


class Counted:
    """Counts calls."""

    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function
        self.n = 0

    def __call__(self, *args, **kwargs):
        self.n += 1
        return self.function(*args, **kwargs)


@Counted
def hello(n=1):
    """Says hi."""
    return "hi" * n


@Counted
def plain():
    return 1


print(hello(), hello(2), hello(n=3), hello.n)
print(hello.__name__, hello.__doc__, plain.__name__, plain.__doc__, plain())


def without():
    return None


print(without.__doc__, without.__name__)
