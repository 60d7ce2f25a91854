# Variables of `__init__` may be called as attributes are, with an underscore after it; one value may go to several attributes.
class Node:
    def __init__(self, value):
        self.value = value
        self.left = self.right = 5


class Box:
    def __init__(self, size):
        size_ = [size]
        self.size = size + 1
        self.count = len(size_)


node = Node(3)
print(node.value, node.left, node.right)
box = Box(7)
print(box.size, box.count)
