# A getter may be asked of what is None, or of sequences of several kinds.
from operator import attrgetter, itemgetter


class Node:
    def __init__(self, key):
        self.key = key
        self.left = self.right = None


root = Node(5)
root.left = Node(3)
root.left.right = Node(4)
left, right = attrgetter("left"), attrgetter("right")
node = root
while node is not None:
    print(node.key)
    node = left(node) if left(node) is not None else right(node)
try:
    node = root
    while True:
        node = left(node)
except AttributeError as error:
    print(error)
first = itemgetter(0)
print([first(x) for x in ("ab", [1, 2], (3,))])
