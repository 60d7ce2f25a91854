# Classes are values: a factory makes objects of whichever it is given, also where they inherit one `__init__`.
class Animal:
    def __init__(self, name: str) -> None:
        self.name = name

    def speak(self) -> str:
        return f"{self.name} is silent"


class Dog(Animal):
    def speak(self) -> str:
        return f"{self.name} barks"


class Cat(Animal):
    def speak(self) -> str:
        return f"{self.name} purrs"


KINDS = {"dog": Dog, "cat": Cat}


def make(kind, name):
    return KINDS.get(kind, Animal)(name)


def make_by_keywords(cls, **options):
    return cls(**options)


for kind, name in [("dog", "Rex"), ("cat", "Tom"), ("fish", "Bob")]:
    print(make(kind, name).speak())
for cls in (Animal, Dog, Cat):
    print(make_by_keywords(cls, name="It").speak())
