# Keys that have no order come by the names of their classes; an object shows its own text, however wide.
from pprint import pformat, pprint

pprint({1: "one", "two": 2, 0: "none", "a": 1})
pprint({"x": {2, 1}, 3: [4]})


class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __repr__(self):
        if self.left is None and self.right is None:
            return f"{self.value}"
        return pformat({f"{self.value}": (self.left, self.right)}, indent=1)


leaf = Node("a name that is rather long")
print(Node("root", Node("left", leaf, Node(2)), Node("right", leaf, leaf)))
pprint([leaf, leaf, leaf, leaf])
