# `iter` looks at what `__iter__` answers: an object without `__next__`, a list and a number are no iterators.
class Itself:
    def __iter__(self):
        return self


class Listed:
    def __iter__(self):
        return [1, 2]


class Number:
    def __iter__(self):
        return 5


class Right:
    def __iter__(self):
        return iter([7])


for ask in (lambda: iter(Itself()), lambda: iter(Listed()), lambda: iter(Number())):
    try:
        ask()
    except TypeError as error:
        print(error)
print(next(iter(Right())))
