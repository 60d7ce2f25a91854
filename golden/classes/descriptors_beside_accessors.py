# A class that answers for all its attributes is no trouble to descriptors of another.
class Positive:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, 0)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name} must be positive, not {value}")
        instance.__dict__[self.name] = value


class Box:
    width = Positive()
    height = Positive()

    def __init__(self, width):
        self.width = width


class Open:
    def __getattr__(self, name):
        return f"no {name}"


box = Box(3)
print(box.width, box.height, Open().anything)
try:
    box.height = -1
except ValueError as error:
    print(error)
