# getattr, setattr, hasattr and delattr with constant names.
class Box:
    kind = "box"

    def __init__(self, n):
        self.n = n

    def open(self):
        self.lid = True
        return self.lid


b = Box(3)
print(getattr(b, "n"), getattr(b, "kind"), getattr(b, "open")(), hasattr(b, "n"), hasattr(b, "lid"), hasattr(b, "zz"))
c = Box(4)
print(hasattr(c, "lid"), getattr(c, "lid", None), getattr(c, "n", 0), getattr(c, "zz", "none"), hasattr(c, "open"))
setattr(c, "color", "red")
print(c.color, hasattr(b, "color"), getattr(b, "color", "no color"))
delattr(c, "color")
print(hasattr(c, "color"))
try:
    getattr(c, "color")
except AttributeError as e:
    print("AttributeError:", e)
print(hasattr([1], "append"), hasattr(5, "append"), hasattr("s", "upper"))


def size(x):
    if hasattr(x, "n"):
        return x.n
    return -1


print(size(b), size(7))
