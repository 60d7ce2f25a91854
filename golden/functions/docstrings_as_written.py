# `__doc__` is the docstring as it is written, margin and all.
def f():
    """One.

    Two.
    """


class C:
    """  First
        second
    """

    def m(self):
        "single  "


print(repr(f.__doc__), repr(C.__doc__), repr(C.m.__doc__), repr(C().m.__doc__), repr(C().__doc__))
import functools


def deco(fn):
    @functools.wraps(fn)
    def inner(*args):
        """inner doc"""
        return fn(*args)

    return inner


@deco
def documented():
    """Does
    things.
    """


print(repr(documented.__doc__), __doc__)
for line in (f.__doc__ or "").splitlines():
    print("|", line.strip())
