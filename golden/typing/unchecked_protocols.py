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
