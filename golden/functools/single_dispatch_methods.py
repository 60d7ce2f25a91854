# `singledispatchmethod` chooses a method by the class of what comes after the object.
from functools import singledispatchmethod


class Formatter:
    def __init__(self, prefix=""):
        self.prefix = prefix

    @singledispatchmethod
    def format(self, value):
        """Any other value."""
        return self.prefix + "something: " + str(value)

    @format.register
    def _(self, value: int):
        return self.prefix + "int %d" % value

    @format.register
    def _(self, value: str):
        return self.prefix + "text " + value.upper()

    @format.register(list)
    def format_list(self, value):
        return self.prefix + "[" + ", ".join(self.format(item) for item in value) + "]"

    @format.register
    def _(self, value: bool | None):
        return self.prefix + "maybe"


formatter = Formatter("> ")
print(formatter.format(3), formatter.format("abc"), formatter.format(2.5))
print(formatter.format([1, 2]), formatter.format(True), formatter.format(None))
print(formatter.format_list([4]))


class Loud(Formatter):
    def format(self, value):
        return super().format(value) + "!"


print(Loud().format(1), Loud().format([1, 2]))
