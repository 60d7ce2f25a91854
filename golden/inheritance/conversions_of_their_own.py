# Objects that are numbers or texts besides are asked for what they say of themselves before their value is taken.
class MyFloat(float):
    def __float__(self):
        return 12.0


class MyInt(int):
    def __int__(self):
        return 2

    def __index__(self):
        return 7


class MyStr(str):
    def __str__(self):
        return "mine"

    def __len__(self):
        return 99


print(float(MyFloat(1.0)), int(MyInt(1)), str(MyStr("x")), len(MyStr("x")), f"{MyStr('x')}", MyInt(5) + 1, [1, 2, 3][MyInt(1)], range(MyInt(2)), int(MyFloat(2.5)), float(MyInt(3)))


def gen():
    yield 1
    raise StopIteration("x")


try:
    list(gen())
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


def inner():
    return next(iter([]))


def gen2():
    yield inner()


try:
    next(gen2())
except RuntimeError as e:
    print(e, type(e.__cause__).__name__)


class Size(int):
    def __abs__(self):
        return "abs"

    def __round__(self, n=0):
        return "round"

    def __divmod__(self, other):
        return "divmod", other

    def __floor__(self):
        return "floor"


import math

print(abs(Size(-3)), round(Size(3)), divmod(Size(3), 2), math.floor(Size(2)), math.ceil(Size(2)), int(Size(4)))


class OnlyIndex(int):
    def __index__(self):
        return 50


print(int(OnlyIndex(3)), float(OnlyIndex(3)), abs(OnlyIndex(-3)))


class Text(str):
    def __int__(self):
        return 41

    def __float__(self):
        return 4.5

    def __bytes__(self):
        return b"bytes"


print(int(Text("7")), float(Text("7")), bytes(Text("7")))
