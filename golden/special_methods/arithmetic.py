# Operators call special methods; the right operand may answer too.
class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Vec({self.x}, {self.y})"

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vec(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        if isinstance(k, Vec):
            return self.x * k.x + self.y * k.y
        return Vec(self.x * k, self.y * k)

    def __rmul__(self, k):
        return self * k

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __eq__(self, other):
        return isinstance(other, Vec) and self.x == other.x and self.y == other.y

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self


a, b = Vec(1, 2), Vec(3, 4)
print(a + b, a - b, a * 2, 3 * a, a * b, -a, abs(b))
print(a == Vec(1, 2), a != b, a == 5)
c = a
c += b
print(a, c is a, [a, b])
