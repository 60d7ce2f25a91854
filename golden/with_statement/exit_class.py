# Which class `__exit__` is told of only the run knows.
class Watch:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print(kind is None)
        print(kind is ValueError)  # error: PT0305
        print(kind)  # error: PT0305
        return True


with Watch():
    raise ValueError("x")
