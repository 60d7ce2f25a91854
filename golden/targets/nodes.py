# Linked cells that share a tail, and a binary search tree.
class Node:
    """A list cell; two lists may share a tail."""

    def __init__(self, value: int, next: "Node | None" = None):
        self.value = value
        self.next = next


def total(node: Node | None) -> int:
    result = 0
    while node is not None:
        result += node.value
        node = node.next
    return result


class Tree:
    """A binary search tree: every node has one parent."""

    def __init__(self, key: int):
        self.key = key
        self.left: Tree | None = None
        self.right: Tree | None = None


def insert(tree: Tree | None, key: int) -> Tree:
    if tree is None:
        return Tree(key)
    if key < tree.key:
        tree.left = insert(tree.left, key)
    elif key > tree.key:
        tree.right = insert(tree.right, key)
    return tree


def walk(tree: Tree | None, depth: int) -> None:
    if tree is None:
        return
    walk(tree.left, depth + 1)
    print("  " * depth + str(tree.key))
    walk(tree.right, depth + 1)


tail = Node(3, Node(4))
a, b = Node(1, tail), Node(2, tail)
tail.value = 30
print(total(a), total(b), a.next is b.next, a is b)
a.next = a.next.next
print(total(a), total(b))
root = None
for key in [5, 2, 8, 1, 9, 2]:
    root = insert(root, key)
walk(root, 0)
