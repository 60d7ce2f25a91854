# The `__post_init__` of a base without `InitVar` is called as it is.
from dataclasses import InitVar, dataclass
from typing import ClassVar, Optional


@dataclass
class Shape:
    name: str
    count: ClassVar[int] = 0

    def __post_init__(self):
        Shape.count += 1


@dataclass
class Bar(Shape):
    width: float = 1
    scale: InitVar[Optional[float]] = None

    def __post_init__(self, scale):
        super().__post_init__()
        if scale is not None:
            self.width *= scale


print(Bar("a", 2, 3), Bar("b"), Shape("c"), Shape.count)
