# A cached function of objects of several classes keeps the results of all of them.
from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Number:
    value: int


@dataclass(frozen=True)
class Sum:
    left: Number | Sum
    right: Number | Sum


@cache
def value(node: Number | Sum) -> int:
    match node:
        case Number(number):
            print("number", number)
            return number
        case Sum(left, right):
            return value(left) + value(right)


tree = Sum(Number(1), Sum(Number(2), Number(1)))
print(value(tree), value(Number(1)), value(Number(3)))
