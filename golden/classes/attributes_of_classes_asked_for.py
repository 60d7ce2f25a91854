# `hasattr` and `getattr` of a class: what its body or a base says, and what was assigned to it since.
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable


class Circle:
    size = 3

    def draw(self):
        return "circle"


class Ring(Circle):
    pass


class Stone:
    pass


@runtime_checkable
class Drawable(Protocol):
    def draw(self) -> str: ...


class Settings:
    @classmethod
    def get(cls):
        if not hasattr(cls, "_it"):
            cls._it = cls()
        return cls._it


@dataclass
class Span:
    seconds: float = field(default=1, metadata={"unit": "s"})


for shape in (Circle, Ring, Stone):
    print(shape.__name__, hasattr(shape, "draw"), getattr(shape, "size", None))
print(issubclass(Ring, Drawable), issubclass(Stone, Drawable), isinstance(Stone(), Drawable))
print(hasattr(Settings, "_it"), Settings.get() is Settings.get(), hasattr(Settings, "_it"))
print(Span())
