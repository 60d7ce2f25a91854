# A class has attributes set in __init__ and methods that take self.
class Dog:
    kind = "canine"

    def __init__(self, name, age=1):
        self.name = name
        self.age = age
        self.tricks = []

    def learn(self, trick):
        self.tricks.append(trick)
        return self

    def describe(self):
        return f"{self.name} ({self.age}) knows {', '.join(self.tricks) or 'nothing'}"


a, b = Dog("Rex"), Dog("Fido", age=3)
a.learn("sit").learn("roll")
print(a.describe())
print(b.describe())
b.age += 1
print(b.age, a.kind, Dog.kind, isinstance(a, Dog), type(a).__name__, type(a) is Dog)
print(Dog.describe(b), a is b, a == a, a == b)
