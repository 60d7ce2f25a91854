# An abstract method must be overridden before instances can be made.
from abc import ABC, abstractmethod


class Animal(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def sound(self):
        pass

    def speak(self):
        return f"{self.name} says {self.sound()}"


class Cat(Animal):
    def sound(self):
        return "meow"


class Cow(Animal):
    def sound(self):
        return "moo"


print([a.speak() for a in (Cat("Tom"), Cow("Bess"))])
try:
    Animal("x")
except TypeError as e:
    print("TypeError:", e)


class Base:
    def run(self):
        raise NotImplementedError("subclass must run")


class Impl(Base):
    def run(self):
        return "ran"


print(Impl().run())
try:
    Base().run()
except NotImplementedError as e:
    print("NotImplementedError:", e)
