# The fields of a dataclass are filled by arguments that are known before the run; of others it is refused.
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def make(cls, **options):
    return cls(**options)  # error: PT0204


print(make(Point, x=1, y=2))
