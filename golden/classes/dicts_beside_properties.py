# `__dict__` and `vars` beside properties of every form: what is assigned to one is what its setter stores.
class Celsius:
    def __init__(self, temperature=0):
        self.scale = "C"
        self.temperature = temperature

    def get_temperature(self):
        return self._temperature

    def set_temperature(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._temperature = value

    temperature = property(get_temperature, set_temperature)


print(Celsius(3).__dict__, vars(Celsius()))


# A property of the base.
class Named:
    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, value):
        self._name = value.title()


class Dog(Named):
    def __init__(self, name, age):
        self.name = name
        self.age = age


print(vars(Dog("rex", 3)))


# One that is assigned, of the base.
class Sized:
    def get(self):
        return self._size

    def put(self, value):
        self._size = value

    size = property(get, put)


class Box(Sized):
    def __init__(self, size):
        self.label = "box"
        self.size = size


print(vars(Box(4)), Box(5).size)


# A class attribute over the base's property is one that objects have themselves.
class Plain(Sized):
    size = 0

    def __init__(self, size):
        self.size = size


print(vars(Plain(6)))
