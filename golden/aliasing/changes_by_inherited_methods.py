# Inherited methods, properties, class attributes, defaults.
class Base:
    count = 0

    def __init__(self, name):
        self.name = name
        Base.count += 1

    def rename(self, name):
        self.name = name

    def hello(self):
        return "hello " + self.name


class Child(Base):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def birthday(self):
        self.age += 1
        self.rename(self.name + "+")


class Temp:
    def __init__(self, c):
        self._c = c

    @property
    def f(self):
        return self._c * 9 / 5 + 32

    @f.setter
    def f(self, v):
        self._c = (v - 32) * 5 / 9

    @property
    def c(self):
        return self._c


c = Child("kim", 3)
c.birthday()
c.birthday()
print(c.hello(), c.age, Base.count)
b = Base("bo")
b.rename("bob")
print(b.hello(), Child.count)
t = Temp(100)
print(t.f)
t.f = 50
print(t.c, t.f)
