# Objects of a class derived from tuple or frozenset hold their items from `__new__` on.
class Vec(tuple):
    def __new__(cls, *coordinates):
        return super().__new__(cls, coordinates)

    def __add__(self, other):
        return Vec(*(a + b for a, b in zip(self, other)))

    def __mul__(self, k):
        return Vec(*(a * k for a in self))

    __rmul__ = __mul__

    def __str__(self):
        return "<" + ", ".join(map(str, self)) + ">"


v = Vec(1, 2, 3)
print(v + Vec(4, 5, 6), 2 * v, repr(v), len(v), sum(v), v[1], v[-2:], 2 in v, v.index(2))
print(v == (1, 2, 3), v < Vec(1, 3), {v: "key"}[Vec(1, 2, 3)], hash(v) == hash((1, 2, 3)), isinstance(v, tuple))


class Pair(tuple):
    def __new__(cls, first, second):
        return tuple.__new__(cls, (first, second))

    @property
    def first(self):
        return self[0]

    def swap(self):
        first, second = self
        return type(self)(second, first)

    @classmethod
    def parse(cls, text):
        return cls(*text.split(":", 1))


p = Pair.parse("key:value")
print(p, p.first, p.swap(), p + (3,), [x for x in p])


class RGB(tuple):
    def luma(self):
        red, green, blue = self
        return 0.299 * red + 0.587 * green + 0.114 * blue


print(RGB((10, 20, 30)), RGB([1, 1, 1]).luma(), f"{RGB((0, 0, 0))}", RGB())


class Tags(frozenset):
    def __new__(cls, *names):
        return super().__new__(cls, (name.lower() for name in names))

    def with_tag(self, name):
        return Tags(*self, name)

    def __or__(self, other):
        return Tags(*frozenset.union(self, other))


tags = Tags("A", "b")
print(sorted(tags.with_tag("C")), "a" in tags, tags == Tags("B", "a"), {tags: 1}[Tags("a", "b")], Tags("x"), Tags())
print(sorted(tags | Tags("z")), tags & {"a"}, tags <= {"a", "b", "c"})
