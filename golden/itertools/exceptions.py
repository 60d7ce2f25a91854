# What a function raises comes out where the iterator is asked.
from itertools import accumulate, dropwhile, starmap, takewhile


def small(value: int) -> bool:
    if value < 0:
        raise ValueError(f"negative: {value}")
    return value < 10


def show(values: list[int]) -> None:
    try:
        for value in takewhile(small, values):
            print(value)
    except ValueError as error:
        print("caught", error)


show([1, 2, -3])
show([1, 20, -3])
rest = dropwhile(small, [5, -1])
try:
    next(rest)
except ValueError as error:
    print("later", error)
try:
    print(list(starmap(lambda a, b: a // b, [(7, 2), (1, 0)])))
except ZeroDivisionError as error:
    print(error)
print(list(accumulate([8, 2, 0], lambda a, b: a // b)))
