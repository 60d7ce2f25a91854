# A class whose base is defined further down, or nowhere, raises where it is reached.
def attempt(make):
    try:
        print(make())
    except NameError as error:
        print(type(error).__name__, error)


def inner():
    class Early(Late):
        pass

    class Late:
        pass

    return Early()


attempt(inner)
try:
    class Shape(Base):  # warning: PT0307
        sides = 0
except NameError as error:
    print(error)


class Base:
    name = "base"


class Square(Base):
    sides = 4


print(Square.name, Square.sides)
try:
    class Orphan(Nobody):  # warning: PT0307
        pass
except NameError as error:
    print(error)
