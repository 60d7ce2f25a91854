# A subscript of a class calls its `__class_getitem__`, which may give the class, or anything else.


class Column:
    """A column of some type."""

    def __class_getitem__(cls, item):
        return cls

    def __init__(self, name="unnamed"):
        self.name = name


class Age(Column[int]):
    def describe(self) -> str:
        return f"{type(self).__name__} {self.name}"


class Registry:
    made = []

    @classmethod
    def __class_getitem__(cls, key):
        cls.made.append(key)
        return f"{cls.__name__}[{key}]"


class Special(Registry):
    pass


def first(column: Column[str]) -> str:
    return column.name


print(Column[int]("id").name, Column[int, str]().name, Column is Column[float])
print(Age("years").describe(), first(Column("title")))
print(Registry["a"], Special["b"], Registry.made)
