# What a call passes as `**kwargs` has a type for each name: a default stands where no call passes that name.
class Surface:
    def __init__(self, **kwargs):
        self.colour = kwargs.get("colour", (1, 1, 1))
        self.shine = kwargs.get("shine", 0.2)
        self.name = kwargs.pop("name", "plain")
        self.size = kwargs.get("size")

    def brightness(self):
        return sum(self.colour) * self.shine


class Board(Surface):
    def __init__(self, **kwargs):
        Surface.__init__(self, **kwargs)
        self.other = kwargs.get("other", [0])
        self.count = len(kwargs)


s = Surface(colour=(1, 0.5, 0))
print(s.colour, s.shine * 2, s.name + "!", s.size, s.brightness())
b = Board(other=[7])
print(b.colour, b.other, b.count, b.brightness())


def show(**options):
    if "width" in options:
        return options["width"] * 2
    return options.get("text", "none").upper()


print(show(text="a"), show(width=3), show())


# Here other names may come in: by assignment, through an alias, from a dict.
def stored(**options):
    options["size"] = 5
    return options.get("size", 1) + options.get("weight", 2)


def aliased(**options):
    other = options
    other["size"] = 7
    return options.get("size", 1)


def passed(**options):
    return options.get("a", 1.5)


print(stored(weight=3), aliased(weight=1), passed(**{"a": 2.5}), passed(b="x"), passed(a=1))


def forward(**options):
    return passed(**options)


print(forward(), forward(c=1), forward(a=4))
