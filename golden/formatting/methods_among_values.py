# The text of a value that may be a method, among other kinds.
class Box:
    fields = ["width", "height"]
    width = height = 1

    def __init__(self, **values):
        for name, value in values.items():
            if not hasattr(self, name):
                raise AttributeError(f"{type(self).__name__} has no attribute {name}")
            setattr(self, name, value)

    def area(self):
        return self.width * self.height

    def describe(self):
        return "box " + ", ".join(f"{name}={getattr(self, name)}" for name in self.fields)


def part(box, name):
    if name == "width":
        return box.width
    if name == "height":
        return box.height
    return box.area


for values in ({}, {"width": 3, "height": 1.5}, {"depth": 2}):
    try:
        box = Box(**values)
        print(box.describe(), "area", box.area())
        print(part(box, "width"), str(part(box, "height")), repr(part(box, "width")), f"{part(box, 'height')!r}")
    except AttributeError as error:
        print(error)
