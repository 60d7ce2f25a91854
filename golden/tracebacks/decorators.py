# What a decorator wraps around a function has a frame under its own name.
import functools


def logged(f):
    @functools.wraps(f)
    def inner(*args):
        print("call", f.__name__)
        return f(*args)
    return inner


@logged
def div(a, b):
    return a / b


print(div(4, 2))
print(div(1, 0))
