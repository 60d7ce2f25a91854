# Names of Python's that a program binds itself mean what it binds them to.
import statistics


class TypedDict:
    def __init__(self, a):
        self.a = a


class Point(TypedDict):
    def show(self):
        return self.a


def apply(iter):
    return iter(3, 4)


class Own:
    def mode(self, values):
        return len(values)


def most(statistics):
    return statistics.mode([1, 1, 2])


print(Point(3).show(), apply(lambda a, b: a * b), most(Own()))
print(statistics.mean([1, 2, 3]))
