# Counters, accounts, a decorator with state, functions in a dictionary.
from collections.abc import Callable
from functools import wraps


def counter(step: int) -> Callable[[], int]:
    count = 0

    def advance() -> int:
        nonlocal count
        count += step
        return count

    return advance


def account(balance: int):
    def deposit(amount: int) -> None:
        nonlocal balance
        balance += amount

    def show() -> str:
        return f"balance {balance}"

    return deposit, show


def compose(f: Callable[[int], int], g: Callable[[int], int]) -> Callable[[int], int]:
    return lambda x: f(g(x))


def traced(func):
    calls = 0

    @wraps(func)
    def wrapper(x):
        nonlocal calls
        calls += 1
        result = func(x)
        print(f"call {calls}: {func.__name__}({x}) = {result}")
        return result

    return wrapper


@traced
def square(x: int) -> int:
    """The square of x."""
    return x * x


first, second = counter(1), counter(10)
print(first(), first(), second(), first())
deposit, show = account(5)
deposit(20)
print(show())
operations = {"double": lambda x: x * 2, "square": square}
for name, operation in operations.items():
    print(name, operation(7))
print(compose(square, operations["double"])(3))
print(square.__name__, "-", square.__doc__)
