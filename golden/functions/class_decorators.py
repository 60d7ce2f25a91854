# Classes and functions as decorators, of functions and of classes.
registry = {}


def register(cls):
    registry[cls.__name__] = cls
    return cls


@register
class A:
    def run(self):
        return "A"


@register
class B:
    def run(self):
        return "B"


print(sorted(registry))


print(registry["A"]().run())


def add_repr(prefix):
    def deco(cls):
        print("decorating", cls.__name__, prefix)
        return cls
    return deco


@add_repr("x")
class C:
    value = 3


print(C().value)


class P:
    def __init__(self, x):
        self.x = x


print([p.x for p in map(P, [1, 2, 3])], [p.x for p in sorted(map(P, [3, 1]), key=lambda p: p.x)])
