# A field of a dataclass that is a property is refused: what is stored goes through it.
from dataclasses import dataclass, field


@dataclass
class A:
    x: int  # error: PT0204
    name: str = "n"

    @property
    def x(self) -> int:
        return self._x * 2

    @x.setter
    def x(self, value: int) -> None:
        self._x = value


a = A(5)
print(a.x, a._x, a)
a.x = 7
print(a.x, a, a == A(7))
