# An item of the argument of `dict` that is no sequence is told by its place.
def made(pairs):
    try:
        return dict(pairs)
    except TypeError as error:
        return str(error)


print(made([("a", 1), ("b", 2)]))
print(made([("a", 1), 3]))
print(made([("a", 1), ("b", 2), None]))
print(made([2.5, ("a", 1)]))


# A subclass that gives other keys is asked for each of them, which is refused.
class Shown(dict):
    def __iter__(self):
        return iter(["shown"])

    def __getitem__(self, key):
        return key


print(dict(Shown(a=1)))  # error: PT0305
