# `getattr`, `setattr` and `hasattr` by names that only the run knows: attributes whose names stand in the program as texts
# or keywords are written out.
class Settings:
    kind = "plain"

    def __init__(self, **values):
        self.size = 0
        self.depth = 0
        for name, value in values.items():
            setattr(self, name, value)

    def shown(self):
        return ", ".join(f"{name}={getattr(self, name)}" for name in ("size", "depth", "kind"))


settings = Settings(size=3, depth=4)
print(settings.shown(), Settings(depth=2).shown())
for name in "size width".split():
    print(name, hasattr(settings, name), getattr(settings, name, None))
try:
    for name in ["depth", "height"]:
        print(getattr(settings, name))
except AttributeError as error:
    print(error)


def by(attribute):
    return sorted([Settings(size=2, depth=1), Settings(size=1, depth=5)], key=lambda one: getattr(one, attribute))


print([one.shown() for one in by("size")], [one.shown() for one in by("depth")])


class Shell:
    def do(self, line):
        command, *args = line.split()
        function = getattr(self, command, None)
        return f"unknown {command}" if function is None else function(*args)

    def push(self, item):
        return "pushed " + item

    def drop(self):
        return "dropped"


shell = Shell()
print([shell.do(line) for line in ("push 3", "drop", "jump 3")])


class Tree:
    def __init__(self, key):
        self.key = key
        self.left = self.right = None

    def add(self, key):
        side = "left" if key < self.key else "right"
        below = getattr(self, side)
        if below is None:
            setattr(self, side, Tree(key))
        else:
            below.add(key)

    def first(self):
        if self.left is None:
            # A message may hold words that are methods of builtin types.
            return f"no index below {self.key}"
        return self.left.first()


tree = Tree(5)
for key in (8, 3, 1):
    tree.add(key)
print(tree.first())
