# An object with `keys` is a mapping where one is due: it is asked for its keys, and for the value of each.
class Settings:
    def __init__(self, **values):
        self.values = values

    def keys(self):
        return sorted(self.values)

    def __getitem__(self, key):
        return self.values[key] * 2

    def __iter__(self):
        return iter("ab")


settings = Settings(size=3, depth=1)
print(dict(settings), {**settings, "more": 0})

found = {"size": 0}
found.update(settings)
print(found)


def shown(depth, size=0, **rest):
    return f"{depth} {size} {rest}"


print(shown(**settings), shown(**Settings(depth=1, x=2)))


class Pairs:
    def __iter__(self):
        return iter([("a", 1), ("b", 2)])


print(dict(Pairs()))
