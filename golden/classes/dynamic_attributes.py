# Attributes may appear later; getattr, setattr and hasattr take names.
class Bag:
    pass


b = Bag()
b.size = 3
b.label = "x"
print(b.size, b.label, hasattr(b, "size"), hasattr(b, "color"))
setattr(b, "color", "red")
print(b.color, getattr(b, "size"), getattr(b, "weight", 0))
try:
    print(b.weight)
except AttributeError as e:
    print("AttributeError:", e)
del b.size
print(hasattr(b, "size"))
try:
    [].push(1)
except AttributeError as e:
    print("AttributeError:", e)
try:
    print(None.name)
except AttributeError as e:
    print("AttributeError:", e)
