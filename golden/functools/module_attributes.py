# What the library defines in Python is there as an attribute of its module too.
import contextlib
import functools as ft
import statistics


@contextlib.contextmanager
def tag(name):
    print("<", name)
    yield name.upper()
    print(">", name)


with tag("a") as upper:
    print(upper)
with contextlib.suppress(KeyError):
    {}["x"]

double = ft.partial(lambda factor, value: factor * value, 2)
print(double(21), sorted([3, 1, 2], key=ft.cmp_to_key(lambda a, b: b - a)), ft.reduce(lambda a, b: a * b, [2, 3, 4]))
