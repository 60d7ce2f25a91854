# A descriptor in a class is asked when the attribute is read, set and deleted; it knows the attribute's name.
class Positive:
    def __set_name__(self, owner, name):
        self.name = name
        self.key = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.key)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name} must be positive, not {value}")
        setattr(instance, self.key, value)


class Item:
    price = Positive()
    count = Positive()

    def __init__(self, price, count):
        self.price = price
        self.count = count

    def total(self):
        return self.price * self.count


item, other = Item(3, 4), Item(2.5, 2)
item.count += 1
print(item.total(), other.total(), item._price)
for price in (7, -1):
    try:
        item.price = price
    except ValueError as error:
        print(error)
print(item.price)


# One class says what is common, others what is valid; a name may be handed in.
class Checked:
    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner):
        return instance.__dict__[self.name]

    def __set__(self, instance, value):
        self.check(value)
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print("kept", self.name)


class OneOf(Checked):
    def __init__(self, name, *options):
        super().__init__(name)
        self.options = options

    def check(self, value):
        if value not in self.options:
            raise ValueError(f"{self.name} is one of {self.options}")


class Typed(Checked):
    def __init__(self, name, kind):
        super().__init__(name)
        self.kind = kind

    def check(self, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} is no {self.kind.__name__}")


class Part:
    material = OneOf("material", "wood", "metal")
    size = Typed("size", int)

    def __init__(self, material):
        self.material = material


part = Part("wood")
try:
    print(part.size)
except KeyError as error:
    print("no", error)
part.size = 3
del part.size
for value in ("metal", "paper"):
    try:
        part.material = value
    except ValueError as error:
        print(error)
print(part.material, part.size)


# One without `__set__` is asked only where the object has no attribute of its own.
class Lazy:
    def __init__(self, function):
        self.function = function
        self.name = function.__name__

    def __get__(self, instance, owner):
        value = self.function(instance)
        instance.__dict__[self.name] = value
        return value


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @Lazy
    def area(self):
        print("computed")
        return 3 * self.radius**2


circle = Circle(2)
print(circle.area, circle.area, Circle(1).area)
circle.area = 5
print(circle.area)
del circle.area
print(circle.area)
