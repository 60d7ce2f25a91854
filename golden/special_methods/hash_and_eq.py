# Equal objects with equal hashes are one key.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"P{self.x, self.y}"


seen = {Point(0, 0), Point(0, 0), Point(1, 2)}
print(len(seen), Point(1, 2) in seen, Point(9, 9) in seen)
d = {Point(1, 1): "a"}
d[Point(1, 1)] = "b"
print(d, d[Point(1, 1)], d.get(Point(2, 2)), Point(1, 1) == (1, 1))


class NoHash:
    def __eq__(self, other):
        return True


try:
    {NoHash()}
except TypeError as e:
    print("TypeError:", e)


class Plain:
    pass


p = Plain()
print(p in {p: 1}, len({p, p, Plain()}), p == Plain())
