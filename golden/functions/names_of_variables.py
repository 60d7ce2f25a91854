# A variable of the module may have the name of a later function, and a variable of a function one that looks made up.

total = 1
print(total)


def total(a, b):
    return a + b


print(total(2, 3))


def outer():
    def inner(a):
        return a * 2

    outer_inner = inner(3)
    return inner(outer_inner)


class Tree:
    def __init__(self, value):
        self.value = value

    def walk(self):
        yield self.value


def collect():
    tree_walk = 10
    return [item + tree_walk for item in Tree(1).walk()]


print(outer(), collect())
