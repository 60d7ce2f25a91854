# An object that is no number raises where a function of math takes one; what may be a number goes on.
import math


class Closure:
    def __init__(self, body):
        self.body = body


class Ratio:
    def __float__(self):
        return 2.25


def value(kind):
    if kind == "number":
        return 16
    if kind == "ratio":
        return Ratio()
    return Closure(kind)


for kind in ("number", "closure", "ratio"):
    try:
        print(kind, math.sqrt(value(kind)))
    except TypeError as e:
        print(kind, e)


def size(kind):
    return 5 if kind == "number" else Closure(kind)


for kind in ("number", "closure"):
    try:
        print(math.factorial(size(kind)), chr(size(kind) + 60))
    except TypeError as e:
        print(e)
