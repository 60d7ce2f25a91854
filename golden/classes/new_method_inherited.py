# `__new__` of a base class makes the objects of the classes derived from it, too.
class Singleton:
    _instances = {}

    def __new__(cls, *args, **kwargs):
        if cls not in cls._instances:
            print("making", cls.__name__)
            cls._instances[cls] = super().__new__(cls)
        return cls._instances[cls]


class Database(Singleton):
    def __init__(self, url="local"):
        self.url = url


class Cache(Singleton):
    def __init__(self):
        if not hasattr(self, "data"):
            self.data = {}


d = Database("first")
print(Database("second") is d, d.url, isinstance(d, Singleton), type(d) is Database)
Cache().data["x"] = 1
print(Cache().data)


class Numbered:
    count = 0

    def __new__(cls, *args):
        made = super().__new__(cls)
        Numbered.count += 1
        made.serial = Numbered.count
        return made

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"{type(self).__name__}({self.name}, #{self.serial})"


class Aged(Numbered):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age


class Loud(Numbered):
    def __new__(cls, *args):
        print("made of", args)
        return super().__new__(cls, *args)


print(Numbered("a"), Aged("b", 3), Loud("c"), Numbered.count, list(map(Numbered, "xy")))


# The arguments of `__new__` and `__init__` differ in their names.
class Degrees(float):
    def __new__(cls, value, unit="C"):
        return super().__new__(cls, (value - 32) * 5 / 9 if unit == "F" else value)

    def __init__(self, value, scale="C"):
        super().__init__()
        self.scale = scale

    @classmethod
    def parse(cls, text):
        return cls(float(text[:-1]), text[-1])

    def warmer(self, by):
        return self.__class__(self + by)


class Body(Degrees):
    def is_fever(self):
        return self > 37.5


print(Degrees.parse("50F"), Degrees(20).warmer(1), Body(38).is_fever(), Body(38).warmer(-2).is_fever())
