# Positional patterns look at the attributes that `__match_args__` names, also where a base names them.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Pixel(Point):
    pass


def describe(point):
    match point:
        case Point(0, 0):
            return "origin"
        case Point(0, y) if y > 5:
            return f"high {y}"
        case Point(x, y=0):
            return f"on the axis {x}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "elsewhere"


for x, y in [(0, 0), (0, 9), (4, 0), (3, 3), (1, 2)]:
    print(describe(Point(x, y)))
match Pixel(7, 8):
    case Pixel(left, top):
        print(left, top)


class Row(list):
    pass


def shape(value):
    match value:
        case []:
            return "empty"
        case [0, 1, last]:
            return f"counts to {last}"
        case [only]:
            return f"one {only}"
        case _:
            return "more"


print(shape(range(3)), shape(range(0)), shape(Row([5])), shape((1, 2)), shape([7]))
