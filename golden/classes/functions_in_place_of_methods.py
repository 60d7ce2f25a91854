# An object may be given a function in the place of a method; the class's is called until then, and special ones always.
class Greeter:
    def __init__(self, greet=None):
        if greet:
            self.greet = greet

    def greet(self):
        return "hello"

    def __str__(self):
        return "a greeter"


def in_language(word):
    return lambda: word + "!"


def loud():
    return "HELLO"


first, second = Greeter(), Greeter()
print(first.greet(), second.greet())
first.greet = in_language("bonjour")
print(first.greet(), second.greet())
first.__str__ = in_language("text")
print(first, str(first))
for greeter in [Greeter(), Greeter(loud), Greeter(in_language("hola"))]:
    print(greeter.greet())
