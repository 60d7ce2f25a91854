# `__exit__` is told of the exception: its class, itself and its traceback, or three times None.
class Watch:
    def __init__(self):
        self.log = []

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if tb is None:
            self.log.append("fine")
        else:
            self.log.append(f"{value!r}")
        print(kind is None, value is None, tb is None)
        return isinstance(value, ValueError)


watch = Watch()
with watch:
    print(int("12"))
with watch:
    print(int("swallowed"))
try:
    with watch:
        print({"key": 1}["passed on"])
except KeyError as error:
    print("caught", error)
print(watch.log)
