# Classes of several bases are no trouble to a single dispatch that asks for one of them.
from dataclasses import dataclass, replace
from functools import singledispatch


class Named:
    def replace(self, name):
        return name


class Loud:
    pass


@dataclass
class Dog(Named, Loud):
    name: str = "rex"


@singledispatch
def shown(value):
    return "something"


@shown.register
def _(value: Named):
    return f"named {value.replace('x')}"


@shown.register(int)
def _(value):
    return f"number {value}"


print(shown(Dog()), shown(3), shown("a"))
print(replace(Dog(), name="max"))
