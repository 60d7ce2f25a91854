# Objects in closures, generators, containers, globals.
class Counter:
    def __init__(self):
        self.n = 0

    def up(self):
        self.n += 1
        return self.n


class Tally:
    def __init__(self):
        self.n = 0

    def up(self):
        self.n += 1
        return self.n


class Clock:
    def __init__(self):
        self.t = 0

    def tick(self):
        self.t += 1
        return self.t


class Kept:
    def __init__(self, t):
        self.t = t


def maker():
    c = Counter()
    return lambda: c.up()


f = maker()
print(f(), f(), f())
t = Tally()


def use():
    return t.up()


print(use(), use(), t.n)


def ticks(clock, n):
    for _ in range(n):
        yield clock.tick()


c = Clock()
print(list(ticks(c, 3)), c.t)
k = Kept(1)
xs = [k, k]
xs[0].t = 7
print(k.t, xs[1].t)
m = Clock()
print([m.tick() for _ in range(3)], sum(m.tick() for _ in range(2)), m.t)
