# Classes derive from `AbstractContextManager`, which gives them `__enter__` and wants `__exit__`.
from contextlib import AbstractContextManager


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


# It may stand in an annotation, with what `__enter__` gives.
def inside(manager: AbstractContextManager[Transaction]) -> None:
    with manager as entered:
        entered.done.append(3)


inside(Transaction("c"))


class Incomplete(AbstractContextManager):
    pass


try:
    Incomplete()
except TypeError as error:
    print(error)
