# isinstance of a runtime-checkable protocol asks whether an object has the attributes of the protocol.
from typing import Protocol, runtime_checkable


@runtime_checkable
class Drawable(Protocol):
    def draw(self) -> str: ...


@runtime_checkable
class Sized2(Drawable, Protocol):
    size: int

    def __len__(self) -> int: ...


class Square:
    def __init__(self, size: int) -> None:
        self.size = size

    def draw(self) -> str:
        return f"square {self.size}"

    def __len__(self) -> int:
        return self.size


class Circle(Drawable):
    def draw(self) -> str:
        return "circle"


class Note:
    def __init__(self, text: str) -> None:
        self.text = text


def render(shape: Drawable) -> str:
    return shape.draw()


def make(n: int):
    return Square(n) if n > 0 else Note("none")


things = [Square(2), Circle(), Note("x"), 5]
for thing in things:
    if isinstance(thing, Sized2):
        print("sized", len(thing), thing.draw())
    elif isinstance(thing, Drawable):
        print(render(thing))
    else:
        print("not drawable:", type(thing).__name__)
print([isinstance(t, (Drawable, int)) for t in things], isinstance(make(1), Drawable), isinstance(make(0), Drawable))
print(sum(1 for t in things if isinstance(t, Drawable)))
