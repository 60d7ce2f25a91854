# A protocol that is not under `@runtime_checkable` cannot be asked about: `isinstance` and `issubclass` raise.
from typing import Protocol


class Speaks(Protocol):
    def speak(self) -> str: ...


class Dog:
    def speak(self):
        return "wau"


try:
    print(isinstance(Dog(), Speaks))
except TypeError as e:
    print("TypeError", e)
try:
    print(issubclass(Dog, Speaks))
except TypeError as e:
    print("TypeError", e)
class Cat(Speaks):
    pass
print(isinstance(Dog(), Cat))
print(isinstance(Cat(), Speaks))


class Quiet:
    pass


def is_known(thing):
    return isinstance(thing, (Quiet, Speaks))


print(is_known(Quiet()), isinstance(Quiet(), (int, Quiet, Speaks)))
for thing in (1, "text"):
    try:
        print(is_known(thing))
    except TypeError as error:
        print(error)
