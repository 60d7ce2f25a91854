# Fibonacci numbers and factorials past 64 bits.
"""Integers that outgrow 64 bits."""


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def factorial(n):
    product = 1
    for k in range(2, n + 1):
        product *= k
    return product


for n in range(0, 301, 100):
    print(n, fibonacci(n))
print(f"{factorial(25):>30}")
print(2**100 - 1)
