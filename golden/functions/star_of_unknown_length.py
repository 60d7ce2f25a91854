# The items behind `*` fill the parameters one by one; too few or too many raise when the call is made.
class Point:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)

    def __repr__(self):
        return f"({self.x}, {self.y})"


def area(width, height=2, *, unit="m"):
    return f"{width * height} {unit}"


def first(head, *rest):
    return head, rest


def read(line):
    return [int(word) for word in line.split()]


def attempt(line):
    try:
        return area(*read(line))
    except TypeError as error:
        return str(error)


for line in ["3 4", "5", "", "1 2 3"]:
    print(attempt(line))
print(Point(*read("1 2")), Point(*read("7")).moved(*read("1 1")))
print(first(*read("1 2 3")), first(*read("4")))
print(area(3, *read("5")), (lambda a, b, c: a + b + c)(*read("1 2 3")))
print(max(*read("1 5 3")), list(map(lambda pair: area(*pair), [read("1 2"), read("3")])))
try:
    Point(*read("1 2 3"))
except TypeError as error:
    print(error)
try:
    Point(1).moved(*read("1"))
except TypeError as error:
    print(error)


def operate(name, numbers):
    operations = {"+": lambda a, b: a + b, "sq": lambda a: a * a}
    try:
        return operations[name](*numbers)
    except TypeError as error:
        return str(error)


print(operate("+", [1, 2]), operate("sq", [3]), operate("sq", [1, 2]))
