# Attributes that Python gives to classes, enumerations and generators, and that have no translation, are refused.
from abc import ABC
from enum import Enum


class Shape(ABC):
    pass


class Color(Enum):
    RED = 1


def numbers():
    yield 1


Shape.register(int)  # error: PT0304
print(Color._member_names_)  # error: PT0304
print(Color.RED._sort_order_)  # error: PT0304
print(numbers().__name__)  # error: PT0304
print(UnicodeTranslateError)  # error: PT0303
