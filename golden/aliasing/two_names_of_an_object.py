# Two names of one object.
class Box:
    def __init__(self, v):
        self.v = v

    def set(self, v):
        self.v = v


class Lone:
    def __init__(self, v):
        self.v = v

    def bump(self):
        self.v += 1
        return self


a = Box(1)
b = a
b.set(5)
print(a.v, b.v)
c = Lone(1)
c.bump().bump()
print(c.v)
d = c.bump()
d.v = 100
print(c.v)
