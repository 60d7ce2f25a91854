# The functions of math want numbers.
import functools
import heapq
import math


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(lambda: math.sqrt("x"))
attempt(lambda: math.floor(None))
attempt(lambda: math.trunc("x"))
attempt(lambda: math.pow([1], 2))
attempt(lambda: math.gcd(1.5, 2))
attempt(lambda: math.factorial("5"))
attempt(lambda: math.factorial(2.5))
attempt(lambda: math.isqrt(-1))
attempt(lambda: math.sqrt())
attempt(lambda: math.pow(2))
attempt(lambda: math.sqrt(x=4))
attempt(lambda: math.fsum(5))
attempt(lambda: math.fsum([1, 0.5]))
attempt(lambda: functools.reduce(lambda a, b: a + b, 5))
attempt(lambda: heapq.heapify("x"))
