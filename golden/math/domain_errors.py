# Arguments outside the domain raise ValueError, too large results OverflowError.
import math


def attempt(f):
    try:
        return f()
    except (ValueError, OverflowError, TypeError) as e:
        return f"{type(e).__name__}: {e}"


print(attempt(lambda: math.sqrt(-1)))
print(attempt(lambda: math.log(0)))
print(attempt(lambda: math.factorial(-1)))
print(attempt(lambda: math.exp(1000)))
print(attempt(lambda: math.floor(float("nan"))))
print(attempt(lambda: math.ceil(float("inf"))))
print(attempt(lambda: math.acos(2)))
print(attempt(lambda: 2.0 ** 10000))
print(attempt(lambda: 10 ** 400 / 3))
print(attempt(lambda: math.isqrt(-4)))
print(attempt(lambda: math.pow(2, 5)))
