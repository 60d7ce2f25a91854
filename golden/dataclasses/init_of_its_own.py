# `init=False`: the class has an `__init__` of its own.
from dataclasses import dataclass


@dataclass(init=False)
class Point:
    x: int
    y: int = 0

    def __init__(self, text):
        self.x, self.y = map(int, text.split(","))


@dataclass(frozen=True, init=False)
class Letters:
    ordered: tuple

    def __init__(self, letters):
        object.__setattr__(self, "ordered", tuple(sorted(letters)))


print(Point("1,2"), Point("1,2") == Point("1, 2"), Letters("cab"), len({Letters("ab"), Letters("ba")}))
