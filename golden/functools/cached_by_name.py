# Python's cache keeps `f(1)` and `f(x=1)` apart; where that shows, since the function prints, it is refused.
from functools import cache, lru_cache


@cache
def silent(x, y=2):
    return x + y


print(silent(1), silent(x=1), silent(1, y=2))


@cache
def loud(x, y=2):
    print("loud", x, y)
    return x + y


# These cannot be the same.
print(loud(1), loud(1, 3), loud(x=2), loud(1))


@lru_cache(maxsize=None)
def both(x):
    print("both", x)
    return x  # error: PT0305


print(both(1), both(x=1))
