# A `StopIteration` of the block leaves the context manager as it came, though it may not leave a generator.
from contextlib import contextmanager


@contextmanager
def scope(name):
    print("enter", name)
    yield name
    print("leave", name)


for block in ("raised", "empty"):
    try:
        with scope(block) as name:
            if name == "raised":
                raise StopIteration("by hand")
            next(iter([]))
    except StopIteration as error:
        print(repr(error))
