# Partial functions that hold each other, as many as the run makes: middleware around a handler.
import functools


def base(x):
    return f"base {x}"


def log(following, x):
    return "log(" + following(x) + ")"


def around(n):
    chain = base
    for _ in range(n):
        chain = functools.partial(log, chain)
    return chain


print(around(0)(1), around(1)(2), around(3)(3))
