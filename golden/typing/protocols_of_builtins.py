# `isinstance` with a protocol that may be asked at run time, of builtin values and of objects.
from typing import Any, Protocol, runtime_checkable


@runtime_checkable
class Comparable(Protocol):
    def __lt__(self, other: Any) -> bool: ...


@runtime_checkable
class Addable(Protocol):
    def __add__(self, other: Any) -> Any: ...


@runtime_checkable
class Closeable(Protocol):
    def close(self) -> None: ...


class File:
    def close(self) -> None:
        print("closed")


class Vector:
    def __add__(self, other):
        return self


for value in (3, "a", 2.5, [1], None, {1: 2}, {1}, (1,), range(3), File(), Vector()):
    kinds = [isinstance(value, Comparable), isinstance(value, Addable), isinstance(value, Closeable)]
    print(type(value).__name__, kinds, hasattr(value, "__len__"), hasattr(value, "__hash__"), hasattr(value, "__or__"))
