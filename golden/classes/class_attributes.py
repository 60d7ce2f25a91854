# Class attributes are shared until an instance has one of the same name.
class Counter:
    total = 0
    names = []
    limit = 3

    def __init__(self, name):
        Counter.total += 1
        self.names.append(name)
        self.id = Counter.total


a, b = Counter("a"), Counter("b")
print(Counter.total, a.total, a.id, b.id, Counter.names, a.names is b.names)
a.limit = 10
print(a.limit, b.limit, Counter.limit)
Counter.limit = 5
print(a.limit, b.limit)
a.total += 100
print(a.total, Counter.total)


class Config:
    WIDTH = 4
    HEIGHT = WIDTH * 2
    CELLS = [0] * WIDTH


print(Config.HEIGHT, Config.CELLS, Config().WIDTH)
