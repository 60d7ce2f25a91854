# `super().__eq__(other)` of a class without a base: two objects are equal if they are one.
class Point(object):
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        if not isinstance(other, Point):
            return super().__eq__(other)
        return self.x == other.x

    def __hash__(self):
        return hash(self.x)


class Token:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return object.__eq__(self, other)


print(Point(1) == Point(1), Point(1) == 3, Point(1) != 3, Point(1) != Point(2))
a, b = Token("a"), Token("a")
print(a == b, a == a, a != b, [a] == [a])
