# Classes derive from `AbstractContextManager`, which gives them `__enter__` and wants `__exit__`.
from contextlib import AbstractContextManager, contextmanager


class Transaction(AbstractContextManager):
    def __init__(self, name):
        self.name = name
        self.done = []

    def __exit__(self, kind, value, traceback):
        print("undo" if kind else "keep", self.name, self.done)
        return kind is ValueError


with Transaction("a") as transaction:
    transaction.done.append(1)

with Transaction("b") as transaction:
    transaction.done.append(2)
    raise ValueError


# As an annotation it stands for whatever has the methods.
@contextmanager
def tag(name):
    print(f"<{name}>")
    yield name
    print(f"</{name}>")


def chosen(plain: bool) -> AbstractContextManager[str]:
    return tag("plain" if plain else "bold")


with chosen(True) as name:
    print(name)


class Incomplete(AbstractContextManager):
    pass


try:
    Incomplete()
except TypeError as error:
    print(error)
