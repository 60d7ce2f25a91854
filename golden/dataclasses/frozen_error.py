# What a frozen dataclass raises is a class of its own, derived from AttributeError.
import dataclasses
from dataclasses import FrozenInstanceError, dataclass


@dataclass(frozen=True)
class Point:
    x: int


point = Point(1)
try:
    point.x = 2
except FrozenInstanceError as error:
    print(error, type(error).__name__, error.args)
try:
    point.x = 3
except AttributeError as error:
    print(isinstance(error, dataclasses.FrozenInstanceError), repr(error))


@dataclass(frozen=True)
class Kept:
    value: int


kept = Kept(1)
try:
    del kept.value
except FrozenInstanceError as error:
    print(error, kept, hash(kept) == hash(Kept(1)))
