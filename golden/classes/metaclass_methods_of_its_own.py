# A class method of a metaclass is asked for through the metaclass itself, and meets what this holds.
class Registry(type):
    known = {}

    def __new__(mcs, name, bases, attrs):
        made = type.__new__(mcs, name, bases, attrs)
        mcs.known[made.__name__] = made
        return made

    @classmethod
    def all(cls):
        return dict(cls.known)

    @staticmethod
    def shouted(name):
        return name.upper() + "!"


class Base(metaclass=Registry):
    pass


if __name__ == "__main__":
    print(sorted(Registry.known))

    class Leaf(Base):
        def __init__(self, *args, **kwargs):
            self.args = args

    print(sorted(Registry.all()), Registry.all() is Registry.known, Registry.shouted("leaf"))
