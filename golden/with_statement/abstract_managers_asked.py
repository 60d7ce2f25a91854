# `isinstance` asks `AbstractContextManager` about any class with its methods, which is refused.
from contextlib import AbstractContextManager  # error: PT0204


class Plain:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return None


print(isinstance(Plain(), AbstractContextManager), isinstance(3, AbstractContextManager))
