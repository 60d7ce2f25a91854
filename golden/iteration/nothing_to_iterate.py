# What is a container or an object that nothing iterates: the object raises where it is met, as a number does.
class Leaf:
    def __init__(self, value):
        self.value = value


def total(node):
    if isinstance(node, Leaf):
        return node.value
    return sum(total(child) for child in node[1])


def children(node):
    try:
        return [child.value for child in node[1]]
    except TypeError as error:
        return str(error)


tree = ("sum", [Leaf(1), Leaf(2)])
single = ("leaf", Leaf(3))
print(total(tree), children(tree), children(single))
for tag, content in (tree, single):
    try:
        print(tag, dict(zip("ab", content))["b"].value)
    except TypeError as error:
        print(tag, error)
