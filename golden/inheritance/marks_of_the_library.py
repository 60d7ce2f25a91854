# ABC, Generic and Protocol are classes among the bases.
from abc import ABC, ABCMeta
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class Shape(ABC):
    pass


class Square(Shape):
    pass


class Box(Generic[T]):
    pass


class Sized(Protocol):
    def size(self) -> int: ...


class File(Sized):
    def size(self) -> int:
        return 3


class Plain(metaclass=ABCMeta):
    pass


print(issubclass(Shape, ABC), issubclass(Square, ABC), isinstance(Square(), ABC), issubclass(Plain, ABC), issubclass(Box, ABC))
print(issubclass(Box, Generic), isinstance(Box(), Generic), issubclass(File, Generic), issubclass(Shape, Generic))
print(issubclass(Sized, Protocol), issubclass(File, Protocol), File().size())
