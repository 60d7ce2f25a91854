# The name and the docstring of a function may be set; those who wrap it by functools.wraps see what was set.
from functools import wraps


def logged(f):
    def inner(*args):
        return f(*args)

    inner.__name__ = f.__name__
    inner.__doc__ = f.__doc__
    return inner


def kept(f):
    @wraps(f)
    def wrapper(*args):
        return f(*args)

    return wrapper


@logged
def add(a, b):
    """Adds."""
    return a + b


@kept
@logged
def silent(a):
    return a


def power(n):
    def raised(x):
        return x**n

    raised.__name__ = f"power_{n}"
    return raised


print(add.__name__, add.__doc__, add(1, 2))
print(silent.__name__, silent(3))
print([function.__name__ for function in (power(2), power(3), power)])
power.__name__, power.__doc__ = "to_the", "Raises."
print(power.__name__, power.__doc__, power.__qualname__)
print([].append.__name__, "".join.__qualname__, str.upper.__qualname__, len.__qualname__)
