# An object that may stand on either side of == is asked from both, for None as well.
class Node:
    def __init__(self, data, left=None):
        self.data = data
        self.left = left

    def __eq__(self, other):
        return self.data == other.data

    def position_of(self, child):
        c = self.left
        if c and child == c:
            return 1
        return 2

    def find(self, data):
        node = self
        while node:
            if node.data == data:
                return node
            node = node.left
        return None


root = Node(1, Node(5))
print(root.position_of(root.find(5)), root.position_of(root.find(1)))
try:
    print(root.position_of(root.find(9)))
except AttributeError as error:
    print(error)
