"""A calculator that remembers how often it was asked."""


class Calculator:
    """Adds and divides, and counts."""

    def __init__(self, name: str):
        self.name = name
        self.calls = 0

    def add(self, x: int, y: int) -> int:
        self.calls += 1
        return x + y

    def divide(self, x: float, y: float) -> float:
        self.calls += 1
        return x / y

    def describe(self) -> str:
        return f"{self.name}: {self.calls} calls"


def total(values: list[int]) -> int:
    """The sum of `values`, by a calculator."""
    calculator = Calculator("total")
    result = 0
    for value in values:
        result = calculator.add(result, value)
    return result


def sum_to(n: int) -> int:
    """1 + 2 + … + n."""
    return total(list(range(1, n + 1)))
