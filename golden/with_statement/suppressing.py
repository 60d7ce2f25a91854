# An __exit__ that returns true swallows the exception.
class Suppress:
    def __init__(self, *kinds):
        self.kinds = kinds
        self.hit = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is not None and issubclass(kind, self.kinds):
            self.hit = str(value)
            return True
        return False


with Suppress(ValueError, KeyError) as s:
    int("nope")
    print("never")
print("hit:", s.hit)
with Suppress(KeyError) as t:
    pass
print(t.hit)
try:
    with Suppress(KeyError):
        [][0]
except IndexError as e:
    print("through:", e)


class Transaction:
    def __init__(self, data):
        self.data = data

    def __enter__(self):
        self.saved = dict(self.data)
        return self.data

    def __exit__(self, kind, value, tb):
        if kind:
            self.data.clear()
            self.data.update(self.saved)
        return True


state = {"x": 1}
with Transaction(state) as d:
    d["x"] = 2
with Transaction(state) as d:
    d["x"] = 99
    raise RuntimeError
print(state)
