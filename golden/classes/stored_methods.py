# A bound method that is stored in an attribute keeps its own object.
class Node:
    def __init__(self, name):
        self.name = name

    def link(self, peer):
        self.ask = peer.show

    def show(self):
        return self.name


a, b = Node("a"), Node("b")
a.link(b)
b.link(a)
print(a.ask(), b.ask())


class Machine:
    def __init__(self, out=print):
        self.out = out
        self.stack = [1, 2]

    def run(self):
        self.out(self.stack.pop())


Machine().run()
lines = []
Machine(out=lines.append).run()
print(lines)


class Cat:
    def speak(self):
        return "meow"


class Dog:
    def speak(self):
        return "woof"


cat, dog = Cat(), Dog()
cat.speak = dog.speak
dog.speak = cat.speak
print([pet.speak() for pet in (cat, dog)])
