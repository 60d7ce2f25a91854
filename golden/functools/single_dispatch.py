# `singledispatch` chooses a function by the class of the first argument, the most derived one that is registered.
from functools import singledispatch


@singledispatch
def show(value, prefix=""):
    return prefix + "something"


@show.register
def _(value: int, prefix=""):
    return f"{prefix}int {value}"


@show.register(str)
def show_text(value, prefix=""):
    return f"{prefix}text {value}"


@show.register(list)
@show.register(tuple)
def _(value, prefix=""):
    return f"{prefix}{len(value)} items"


@show.register
def _(value: bool, prefix=""):
    return f"{prefix}truth {value}"


@show.register
def _(value: float | None, prefix=""):
    return f"{prefix}float or None: {value}"


print(show(1), show("a"), show([1, 2]), show((1,)), show(True), show(2.5), show(None), show({}))
print(show(1, "> "), show_text("b"), show(False, prefix="* "))


class Shape:
    pass


class Square(Shape):
    side = 2


class Tile(Square):
    pass


@singledispatch
def area(shape):
    raise TypeError(f"no area of {type(shape).__name__}")


@area.register
def _(shape: Shape):
    return 0


@area.register
def _(shape: Square):
    return shape.side**2


print(area(Shape()), area(Square()), area(Tile()))
try:
    area("text")
except TypeError as error:
    print(error)
