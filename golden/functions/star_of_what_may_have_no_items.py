# What stands behind `*` may be a list at times and no iterable at others: the call raises and names the function.
def add(a, b=10, *, c=0):
    return a + b + c


def rest(first, *others):
    return first, others


def told(number):
    print("told", number)
    return number


class Point:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y


def attempt(f):
    try:
        print(f())
    except TypeError as error:
        print(error)


for row in [[1, 2], None, (3, 4), 7]:
    attempt(lambda: add(*row))
    attempt(lambda: add(*row, c=told(5)))
    attempt(lambda: rest(0, *row))
    attempt(lambda: Point(*row).x)
    attempt(lambda: [0, *row])
    attempt(lambda: print(*row, sep=", "))
    attempt(lambda: "{} {}".format(*row))

cheapest = {0: [1, 2], 1: -1}
for vertex in cheapest:
    if cheapest[vertex] != -1:
        print(add(*cheapest[vertex]))
