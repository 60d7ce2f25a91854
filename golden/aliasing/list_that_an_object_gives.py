# What a list in an object gives is seen by who changes it.
class Bag:
    def __init__(self):
        self.items = []
        self.seen = 0

    def add(self, x):
        self.items.append(x)
        self.seen += 1

    def all(self):
        return self.items

    def twice(self):
        for x in self.items[:]:
            self.add(x)

    def grow(self):
        for x in self.items:
            if len(self.items) < 8:
                self.add(x + 1)


class Pot:
    def __init__(self):
        self.parts = []

    def put(self, x):
        self.parts.append(x)

    def size(self):
        return len(self.parts)

    def put_size(self):
        self.parts.append(self.size())

    def sums(self):
        return [x + self.size() for x in self.parts]

    def drain(self):
        out = 0
        while self.parts:
            out += self.parts.pop()
        return out


b = Bag()
b.add(1)
b.add(2)
xs = b.all()
xs.append(9)
b.twice()
print(b.items, b.seen)
b.grow()
print(b.items, b.seen)
p = Pot()
p.put(4)
p.put_size()
p.put_size()
print(p.parts, p.sums(), p.size())
print(p.drain(), p.parts)
