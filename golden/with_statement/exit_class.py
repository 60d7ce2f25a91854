# Which class `__exit__` is told of only the run knows.
class Watch:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print(kind is None)
        print(kind is ValueError)
        print(kind)
        return True


with Watch():
    raise ValueError("x")
