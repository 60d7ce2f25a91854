# A function zips its arguments, which one call leaves to empty defaults: nothing comes of them there.
class Scope(dict):
    def __init__(self, names=(), values=(), outer=None):
        self.update(zip(names, values))
        self.outer = outer

    def find(self, name):
        if name in self:
            return self
        if self.outer is None:
            raise LookupError("undefined: " + name)
        return self.outer.find(name)


def calling(names, values, outer):
    return Scope(names, values, outer)


top = Scope()
top["x"] = 1
inner = calling(["y", "z"], (2, None), top)
print(inner.find("x")["x"], inner.find("y"), inner.find("z")["z"])
try:
    inner.find("w")
except LookupError as error:
    print(error)
