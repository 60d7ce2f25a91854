# isinstance of a protocol asks whether an object has its attributes, wherever they come from: it is refused.
from typing import Protocol, runtime_checkable


@runtime_checkable  # error: PT0204
class HasX(Protocol):
    x: int


class Point:
    def __init__(self, x):
        self.x = x


print(isinstance(Point(1), HasX))
