# A descriptor that is read through its class, or that keeps objects apart by itself, is refused.
class Kept:
    def __init__(self):
        self.values = {}

    def __get__(self, instance, owner):  # error: PT0204
        return self if instance is None else self.values[id(instance)]

    def __set__(self, instance, value):  # error: PT0204
        self.values[id(instance)] = value


class Box:
    width = Kept()


box = Box()
box.width = 3
print(box.width, Box.width.values)
