# An attribute of the class shows through until the object has its own: also where `__init__` makes one of the other.
class Base:
    tags = ["base"]
    size = 1


class Derived(Base):
    def __init__(self):
        self.tags = self.tags + ["own"]
        self.size += 10


derived = Derived()
Base.tags.append("later")
Base.size = 5
print(derived.tags, Base.tags, derived.size, Derived().size)


# Without one of the class it is missing.
class Missing:
    def __init__(self):
        self.total = self.total + 1


try:
    Missing()
except AttributeError as error:
    print(error)
