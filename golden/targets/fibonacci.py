# Two Fibonacci functions, recursive and iterative, as a library.
"""Fibonacci numbers, two ways."""


def fibonacci(n: int) -> int:
    """The n-th Fibonacci number by its definition."""
    if n <= 1:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


def fibonacci_iterative(n: int) -> int:
    """The n-th Fibonacci number, step by step."""
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a
