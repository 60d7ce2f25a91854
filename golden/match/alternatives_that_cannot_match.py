# Alternatives of a pattern and cases after all classes that no value of the subject's types matches.
class Circle:
    def __init__(self, r):
        self.r = r


class Square:
    def __init__(self, side):
        self.side = side


def describe(shape):
    match shape:
        case Circle(r=r):
            return f"circle {r}"
        case Square(side=side):
            return f"square {side}"
        case None:
            return "nothing"
        case _:
            return "?"


for shape in (Circle(1), Square(2)):
    print(describe(shape))


# Of `("+", 0, x) | ("+", x, 0)` only one can match where an item is a tuple.
def simplify(term):
    match term:
        case ("+", 0, x) | ("+", x, 0):
            return simplify(x)
        case ("*", 0, _) | ("*", _, 0):
            return 0
        case (op, a, b):
            return (op, simplify(a), simplify(b))
        case _:
            return term


print(simplify(("+", ("*", 1, "x"), 0)), simplify(("*", ("+", "y", 2), 0)), simplify(("+", 0, 7)))
