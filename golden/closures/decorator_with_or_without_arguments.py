# A decorator that is called at once or later asks what it was given; its inner function sees the variable afterwards.
def register(name=None):
    def decorate(function):
        names.append(name or function.__name__)
        return function

    if callable(name):
        function, name = name, None
        return decorate(function)
    return decorate


names = []


@register
def double(x):
    return 2 * x


@register("add one")
def increment(x):
    return x + 1


print(double(2), increment(3), names)


class Registry:
    def __init__(self):
        self.functions = {}

    def register(self, name=None, *, tags=()):
        def decorate(function):
            function.tags = set(tags)
            self.functions[name or function.__name__] = function
            return function

        if callable(name):
            function, name = name, None
            return decorate(function)
        return decorate


registry = Registry()


@registry.register
def halve(x):
    return x // 2


@registry.register("decrement", tags=["small"])
def decrement(x):
    return x - 1


print({name: (function(9), sorted(function.tags)) for name, function in registry.functions.items()})
