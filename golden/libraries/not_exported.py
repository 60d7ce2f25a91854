# What nothing says the type of is left out, and said.
from typing import Any


def double(x):  # warning: PT0403
    return x * 2


def show(value: Any) -> str:  # warning: PT0403
    return str(value)


def triple(x: int, n=3):
    """A default says it too."""
    return x * n
