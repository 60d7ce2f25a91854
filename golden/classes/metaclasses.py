# A metaclass looks at each class that is made, and at each call of one: registries, checks, singletons.
from abc import ABCMeta, abstractmethod


class Registry(type):
    """Registers all classes."""
    registry = {}

    def __new__(mcs, name, bases, attrs):
        new_cls = super().__new__(mcs, name, bases, attrs)
        mcs.registry[name] = new_cls
        return new_cls

    def names(cls):
        return sorted(cls.registry)


class Base(metaclass=Registry):
    pass


class Circle(Base):
    def area(self):
        return 3.0


class Square(Base):
    def area(self):
        return 4.0


print(Registry.registry.keys(), Base.registry is Registry.registry, Base.names(), Circle.names())
print(Registry.registry["Circle"]().area(), len(Circle.registry))


class PluginMount(type):
    def __init__(cls, name, bases, attrs):
        super().__init__(name, bases, attrs)
        if not hasattr(cls, "plugins"):
            cls.plugins = []
        else:
            cls.plugins.append(cls)


class Action(metaclass=PluginMount):
    def go(self):
        return "?"


class Jump(Action):
    def go(self):
        return "jump"


class Run(Action):
    def go(self):
        return "run"


print([p().go() for p in Action.plugins], [p.__name__ for p in Action.plugins])


class Checked(type):
    def __new__(cls, name, bases, dct):
        if name != "Handler" and "handle" not in dct:
            raise TypeError(f"{name} must define handle()")
        dct["kind"] = name.lower()
        return type.__new__(cls, name, bases, dct)


class Handler(metaclass=Checked):
    pass


class Good(Handler):
    def handle(self):
        return "ok"


try:
    class Bad(Handler):
        def other(self):
            pass
except TypeError as e:
    print(e)
print(Good().handle())


class Tagging(type):
    def __new__(cls, name, bases, dct):
        dct["tag"] = name.lower()
        return super(Tagging, cls).__new__(cls, name, bases, dct)


class Item(metaclass=Tagging):
    def show(self):
        return f"<{self.tag}>"


class Book(Item):
    pass


print(Item().show(), Book().show(), Book.tag)


class SingletonMeta(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            instance = super().__call__(*args, **kwargs)
            cls._instances[cls] = instance
        return cls._instances[cls]


class Database(metaclass=SingletonMeta):
    def __init__(self, url="sqlite://"):
        print("connecting to", url)
        self.url = url

    def query(self, sql):
        return f"{self.url}: {sql}"


class Cache(Database):
    def __init__(self):
        super().__init__("cache://")


class Logger(metaclass=SingletonMeta):
    def __init__(self):
        self.lines = []

    def log(self, text):
        self.lines.append(text)


a, b = Database(), Database("other")
print(a is b, b.query("select"), Cache() is Cache(), Cache().url, Cache() is a)
Logger().log("x")
Logger().log("y")
print(Logger().lines, isinstance(a, Database))


class One(type):
    _instance = None

    def __call__(cls, *args, **kwargs):
        if cls._instance is None:
            cls._instance = super(One, cls).__call__(*args, **kwargs)
        return cls._instance


class Settings(metaclass=One):
    def __init__(self, name):
        self.name = name


print(Settings("a") is Settings("b"), Settings("c").name)


class AbstractRegistry(ABCMeta):
    known = []

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace, **kwargs)
        if bases:
            AbstractRegistry.known.append(name)


class Shape(metaclass=AbstractRegistry):
    @abstractmethod
    def area(self):
        ...


class Dot(Shape):
    def area(self):
        return 0


print(AbstractRegistry.known, Dot().area())
try:
    Shape()
except TypeError as e:
    print(e)


class InstanceCounter(type):
    def __init__(cls, name, bases, attrs):
        super().__init__(name, bases, attrs)
        cls.count = 0

    def __call__(cls, *args, **kwargs):
        cls.count += 1
        obj = super().__call__(*args, **kwargs)
        obj.number = cls.count
        return obj


class Thing(metaclass=InstanceCounter):
    def __init__(self, x):
        self.x = x


class Other(Thing):
    pass


print(Thing(1).number, Thing(2).number, Other(3).number, Thing.count, Other.count)
