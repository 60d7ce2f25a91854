# Of classes that stand for each other, some take no arguments.
from typing import Type


class Base:
    def show(self) -> str:
        return type(self).__name__


class A(Base):
    pass


class B(Base):
    def __init__(self, n: str = "1") -> None:
        self.n = int(n)

    def show(self) -> str:
        return f"B{self.n}"


REG: dict[str, Type[Base]] = {"a": A, "b": B}


def make(spec: str) -> Base:
    name, _, arg = spec.partition(":")
    cls = REG[name]
    return cls(arg) if arg else cls()


for spec in ("a", "b", "b:5", "a:1", "b:x"):
    try:
        print(make(spec).show())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
