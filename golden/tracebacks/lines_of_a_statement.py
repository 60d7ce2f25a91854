# Calls on lines of their own are told with these: arguments, links of a chain, parts of a display.
class Builder:
    def __init__(self):
        self.parts = []

    def add(self, part):
        if part is None:
            raise TypeError("no part")
        self.parts.append(part)
        return self


def half(n):
    if n % 2:
        raise ValueError(n)
    return n // 2


def total(a, b, c):
    return a + b + c


print(
    total(
        half(2),
        half(4),
        10 // 5,
    )
)
b = (
    Builder()
    .add(1)
    .add(2)
)
print(len(b.parts))
values = {
    "a": half(2),
    "b": [
        half(4),
        half(6),
    ],
}
print(values)
x = total(
    1,
    half(8),
    2,
) + total(
    half(2),
    half(3),
    1,
)
