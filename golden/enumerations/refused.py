# What an enumeration may not do here: values made of other members, constructors, a value twice where they are unique.
from enum import Enum, unique


class Late(Enum):
    A = [1]
    B = A + [2]  # error: PT0204


class Made(Enum):
    A = 1

    def __init__(self, number):  # error: PT0204
        print(number)


@unique  # error: PT0204
class Twice(Enum):
    A = 1
    B = 1


print(Twice.A)
