# What an enumeration may not do here: values that only the run knows, constructors, a value twice where they are unique.
from enum import Enum, unique


def value():
    return 3


class Late(Enum):
    A = value()  # error: PT0204


class Made(Enum):
    A = 1

    def __init__(self, number):  # error: PT0204
        print(number)


@unique  # error: PT0204
class Twice(Enum):
    A = 1
    B = 1


print(Twice.A)
