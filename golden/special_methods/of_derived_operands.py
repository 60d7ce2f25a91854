# Where the right operand's class derives from the left's, its reflected methods are asked first: of comparisons always, of
# arithmetic where it has them in another way.
class Base:
    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self))

    def __lt__(self, other: "Base") -> str:
        return f"{self.name} < {other.name}"

    def __gt__(self, other: "Base") -> str:
        return f"{self.name} > {other.name}"

    def __add__(self, other: "Base") -> str:
        return f"{self.name} + {other.name}"

    def __radd__(self, other: "Base") -> str:
        return f"{self.name} after {other.name}"

    def __sub__(self, other: "Base") -> str:
        return f"{self.name} - {other.name}"

    def __rsub__(self, other: "Base") -> str:
        return f"{self.name} taken from {other.name}"


class Derived(Base):
    def __radd__(self, other: Base) -> str:
        return f"{self.name} added to {other.name}"


base, derived = Base("base"), Derived("derived")
print(base == derived, derived == base, base != derived)
print(base < derived, derived < base, base > derived, base < base)
print(base + derived, derived + base, derived + derived, base - derived)
for left in (base, derived):
    for right in (base, derived):
        print(left < right, left + right, left == right)
