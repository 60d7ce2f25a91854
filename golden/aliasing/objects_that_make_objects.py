# Objects that make objects, conditional ones, ones in loops.
class V:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return V(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return V(self.x * k, self.y * k)

    def __neg__(self):
        return V(-self.x, -self.y)

    def __eq__(self, other):
        return isinstance(other, V) and self.x == other.x and self.y == other.y

    def __repr__(self):
        return f"V({self.x}, {self.y})"

    def longer(self, other):
        if self.x * self.x + self.y * self.y >= other.x ** 2 + other.y ** 2:
            return self
        return other


class W:
    def __init__(self, n):
        self.n = n

    def next(self):
        return W(self.n * 2)

    def merged(self, other):
        self.n += other.n
        other.n = 0
        return self.n


v = V(1, 2)
for i in range(3):
    v = v + v * i
print(v, -v, v == V(v.x, v.y), v != V(0, 0))
print(v.longer(V(100, 0)))
w = W(1)
for _ in range(5):
    w = w.next()
print(w.n)
if w.n > 3:
    u = W(7)
else:
    u = w.next()
print(w.merged(u), u.n, w.n)
w = u
w.n = 9
print(u.n)
