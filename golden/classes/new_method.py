# `__new__` decides which object a call of the class gives; `__init__` then runs, also for an object that was there before.
class Settings:
    """The one set of settings."""

    _instance = None

    def __new__(cls, name="default"):
        if cls._instance is None:
            print("making", name)
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self, name="default"):
        self.name = name

    def show(self):
        return f"Settings({self.name})"


a = Settings()
print(a.show())
b = Settings("changed")
print(a is b, a.show(), isinstance(a, Settings), type(b).__name__)


class Registry:
    _it = None

    def __new__(cls):
        if not cls._it:
            cls._it = object.__new__(cls)
            cls._it.values = {}
        return cls._it

    def put(self, key, value):
        self.values[key] = value


Registry().put("a", 1)
Registry().put("b", 2)
print(Registry().values)


class Counter:
    _it = None

    def __new__(cls, *args, **kwargs):
        if cls._it is None:
            cls._it = super().__new__(cls)
        return cls._it

    def __init__(self):
        self.n = getattr(self, "n", 0) + 1


Counter()
print(Counter().n)


# One object for each name.
class Symbol:
    _known = {}

    def __new__(cls, name):
        if name not in cls._known:
            made = super().__new__(cls)
            made.name = name
            cls._known[name] = made
        return cls._known[name]

    def __repr__(self):
        return f"Symbol({self.name!r})"


print(Symbol("x") is Symbol("x"), Symbol("x") is Symbol("y"), [Symbol(c) for c in "xyx"], len(Symbol._known))
