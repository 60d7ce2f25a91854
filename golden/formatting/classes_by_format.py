# `str.format` of a class that is one of several.
class Point:
    def __init__(self, x, y):
        if not isinstance(x, float):
            try:
                x, y = float(x), float(y)
            except ValueError:
                raise ValueError("got {}, {!r} {n:s}".format(type(x), type(y), n="here"))
        self.x = x


for x, y in (("pi", 1), (2, "e"), (1.5, None)):
    try:
        print(Point(x, y).x)
    except ValueError as error:
        print(error)
try:
    print("{:>10}".format(type([1, "a"][len("x")])))
except TypeError as error:
    print(error)


class Table:
    def __init__(self):
        self.__prepare__(2)

    def __prepare__(self, n=0):
        self.rows = [0] * n


print(Table().rows)
