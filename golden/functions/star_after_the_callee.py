# What gives the function comes before what stands behind `*`, also where that is of a length that only the run knows.
def told(what, value):
    print(what)
    return value


def add(a, b, c=0):
    return a + b + c


def subtract(a, b):
    return a - b


class Grid:
    def __init__(self, n=1):
        self.n = n

    def around(self, a, b):
        return a + b + self.n

    @property
    def inner(self):
        return told("inner", Grid(3))


def give():
    return told("give", add)


def pick(n):
    return told("pick", add if n else subtract)


def kept(k):
    def inner(a, b):
        return a + b + k

    return told("kept", inner)


print(told("grid", Grid()).around(*told("items", [1, 2])))
print(Grid().inner.around(*told("items", [1, 2])))
print([told("grid", Grid(5))][0].around(*told("items", [1, 2])))
print(give()(*told("items", [1, 2])), kept(4)(*told("items", [1, 2])))
print(pick(1)(*told("items", [1, 2])), pick(0)(*told("items", [1, 2])))
print(told("class", Grid)(*told("items", [7])).n)
