# A class with attributes that are written and methods that call each other.
class Calculator:
    """Adds, and remembers how often."""

    def __init__(self, name: str):
        self.name = name
        self.calls = 0

    def add(self, x: int, y: int) -> int:
        return x + y

    def counted_add(self, x: int, y: int) -> int:
        self.calls += 1
        return self.add(x, y)


c = Calculator("calc")
print(c.name, c.add(2, 40))
for i in range(3):
    print(c.counted_add(i, i), end=" ")
print(c.calls, c.calls == 3)
