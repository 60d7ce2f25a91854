# Class attributes are looked up along the chain of bases.
class Base:
    name = "base"
    registry = []
    level = 1

    def who(self):
        return self.name

    @classmethod
    def make(cls):
        obj = cls()
        cls.registry.append(cls.__name__)
        return obj


class Mid(Base):
    name = "mid"


class Leaf(Mid):
    level = 3


print(Base().who(), Mid().who(), Leaf().who(), Leaf.level, Mid.level)
Base.level = 7
print(Mid.level, Leaf.level)
x = Leaf.make()
Base.make()
print(Base.registry, type(x).__name__, isinstance(x, Base))
print(Leaf.__name__, x.__class__.__name__, [c.__name__ for c in Leaf.__mro__])
