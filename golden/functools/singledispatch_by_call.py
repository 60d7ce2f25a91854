# Functions that are registered by a call, with the class or after it.
from functools import singledispatch


@singledispatch
def show(value):
    return f"other {value!r}"


@show.register
def _(value: int):
    return f"int {value}"


def show_text(value):
    return f"text {value}"


show.register(str, show_text)


def show_list(value, indent=""):
    return "list " + ", ".join(show(item) for item in value)


show.register(list)(show_list)
print(show(1), show("a"), show([1, "b", 2.5]), show(None), show(True))
