# A class whose `__init__` raises for some types of arguments: each call raises what its own arguments make it raise.
class Day:
    def __init__(self, number):
        if not isinstance(number, int):
            raise TypeError(f"no day: {number}")
        self.number = number

    def next(self):
        return Day(self.number + 1)


def number_of(value):
    return Day(value).number


def after(value):
    return Day(value).next().number


for function in [number_of, after]:
    print(function(1))
    try:
        print(function(2.5))
    except TypeError as error:
        print(error)
    try:
        print(function("x"))
    except TypeError as error:
        print(error)
