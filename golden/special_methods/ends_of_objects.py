# `__del__` runs when the last variable, attribute or container lets go of an object, and of what is left when the program ends.
class Resource:
    n_open = 0

    def __init__(self, name):
        self.name = name
        Resource.n_open += 1

    def __del__(self):
        Resource.n_open -= 1
        print("closed", self.name)


class Owner:
    def __init__(self, name):
        self.held = Resource(name)

    def renew(self, name):
        self.held = Resource(name)
        print("renewed")


def within():
    first = Resource("first")
    second = Resource("second")
    print("within", first.name, second.name)


def made(name):
    resource = Resource(name)
    return resource


within()
kept = made("kept")
other = kept
del kept
print("still", other.name)
other = None
Resource("of nobody")
print("after", Resource.n_open)
owner = Owner("a")
owner.renew("b")
owner = None
several = [Resource(str(i)) for i in range(4)]
several.pop(1)
several[0] = Resource("new")
several.clear()
by_name = {"x": Resource("x"), "y": Resource("y")}
by_name["x"] = Resource("z")
del by_name["y"]
by_name.clear()
for name in "pq":
    turn = Resource(name)
print("loop")
last = made("last")
print("end", Resource.n_open)
