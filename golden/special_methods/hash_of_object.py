# `object.__hash__(self)`: the hash of an object's identity, beside an `__eq__` of its own.
class Card:
    def __init__(self, value: int) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Card) and self.value == other.value

    def __hash__(self) -> int:
        return object.__hash__(self)


class Named:
    def __init__(self, name: str) -> None:
        self.name = name

    def __hash__(self) -> int:
        return super().__hash__()


a, b = Card(1), Card(1)
print(a == b, hash(a) == hash(a), hash(a) == hash(b))
print(len({a, b, a}))
named = Named("x")
print({named: 1}[named], hash(named) == hash(named))
