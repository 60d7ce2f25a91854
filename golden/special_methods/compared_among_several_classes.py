# Objects of several classes are compared by the methods of their classes, in whatever mixture they stand.
class Shape:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shape) and self.n == other.n

    def __hash__(self) -> int:
        return hash(self.n)

    def __lt__(self, other: "Shape") -> bool:
        return self.n < other.n

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.n})"


class A(Shape):
    pass


class B(Shape):
    pass


class C(Shape):
    pass


everything: list[Shape] = [C(3), A(1), B(1), B(2), C(2), A(2)]
print(len(set(everything)), everything.index(C(1)), everything.count(A(2)))
print(sorted(everything), min(everything), max(everything))
two = [B(1), A(1), B(0)]
print(len(set(two)), two.index(A(0)), two.count(B(1)), sorted(two), max(two))
print(len({A(5), C(5)}), len({B(5): 1, C(5): 2}), {A(1), B(2)} == {B(1), A(2)})
maybe: list[Shape | None] = [None, A(1), B(2)]
print(maybe.index(B(2)), len({None, A(1), B(1)}), maybe == [None, B(1), A(2)])


# What one class has no answer to, the other is asked; a derived class is asked first.
class Plain:
    def __init__(self, n: int) -> None:
        self.n = n


class Loose:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (Plain, Loose)):
            return self.n == other.n
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.n)


mixed = [Plain(1), Loose(2), Plain(3)]
print(mixed == [Loose(1), Plain(2), Loose(3)])
print(mixed == [Loose(1), Plain(2), Plain(3)])
print(mixed.count(Loose(1)), mixed.count(mixed[0]))
ys = [Loose(2)]
print((mixed[0], 1) == (Loose(1), 1), mixed[1] in [Plain(2), Loose(5)])
for x in mixed:
    print([x == y for y in mixed], x in ys, [x != y for y in mixed])


class Base:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Base):
            return self.n == other.n
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.n)


class Derived(Base):
    def __init__(self, n: int, extra: str) -> None:
        super().__init__(n)
        self.extra = extra

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Derived):
            return (self.n, self.extra) == (other.n, other.extra)
        return False

    def __hash__(self) -> int:
        return hash((self.n, self.extra))


class Alien:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Base, Alien)) and self.n == other.n


print(Base(1) == Derived(1, "a"), Derived(1, "a") == Base(1), Base(1) != Derived(1, "a"))
all_kinds = [Base(1), Derived(1, "a"), Alien(1)]
for x in all_kinds:
    print([x == y for y in all_kinds])
print(all_kinds == [Derived(1, "a"), Base(1), Base(1)], all_kinds == [Alien(1), Derived(1, "a"), Base(1)])
print(all_kinds.index(Alien(1)), all_kinds.count(Base(1)), all_kinds.count(Derived(1, "a")))
