# `__getattr__` is asked for attributes that are missing, `__setattr__` and `__delattr__` for all that are set and deleted.
class Proxy:
    def __init__(self, target):
        self._target = target
        self._asked = []

    def __getattr__(self, name):
        self._asked.append(name)
        return getattr(self._target, name)


class Account:
    def __init__(self, owner):
        self.owner = owner
        self.balance = 0

    def deposit(self, amount, note="-"):
        self.balance += amount
        return f"{note} {self.balance}"


account = Proxy(Account("ann"))
print(account.owner, account.deposit(5), account.deposit(7, note="more"), account.balance, account._asked)
try:
    print(account.colour)
except AttributeError as error:
    print(error)


class Settings:
    def __init__(self, values):
        self.values = values

    def __getattr__(self, name):
        if name.startswith("has_"):
            return name[4:] in self.values
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(f"no setting {name!r}") from None


settings = Settings({"host": "local", "port": "80"})
print(settings.host, settings.port, settings.has_host, settings.has_user, settings.values)
try:
    print(settings.user)
except AttributeError as error:
    print(error)


class Watched:
    def __init__(self, size):
        self._log = []
        self.size = size

    def __setattr__(self, name, value):
        if name == "size" and value < 0:
            raise ValueError(f"{name} must not be negative")
        if not name.startswith("_"):
            self._log.append(f"{name} = {value}")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self._log.append(f"del {name}")
        object.__delattr__(self, name)


watched = Watched(1)
watched.size = 4
watched.size += 2
watched.label = "box"
try:
    watched.size = -1
except ValueError as error:
    print(error)
del watched.label
print(watched.size, watched._log)


class Doubling(Watched):
    def __setattr__(self, name, value):
        super().__setattr__(name, value if name.startswith("_") else value * 2)


doubling = Doubling(5)
print(doubling.size, doubling._log)


class Fixed:
    def __init__(self, value):
        self.__dict__["value"] = value

    def __setattr__(self, name, value):
        raise AttributeError(f"{name} is fixed")

    def __delattr__(self, name):
        raise AttributeError(f"{name} stays")


fixed = Fixed(3)
try:
    fixed.value = 4
except AttributeError as error:
    print(error)
try:
    del fixed.value
except AttributeError as error:
    print(error)
print(fixed.value)
