# A binary search tree: insertion, search, traversals, deletion.
from __future__ import annotations


class Node:
    def __init__(self, key: int) -> None:
        self.key = key
        self.left: Node | None = None
        self.right: Node | None = None


class Tree:
    def __init__(self) -> None:
        self.root: Node | None = None
        self.size = 0

    def insert(self, key: int) -> bool:
        if self.root is None:
            self.root = Node(key)
        else:
            node = self.root
            while True:
                if key == node.key:
                    return False
                if key < node.key:
                    if node.left is None:
                        node.left = Node(key)
                        break
                    node = node.left
                else:
                    if node.right is None:
                        node.right = Node(key)
                        break
                    node = node.right
        self.size += 1
        return True

    def __contains__(self, key: int) -> bool:
        node = self.root
        while node is not None:
            if key == node.key:
                return True
            node = node.left if key < node.key else node.right
        return False

    def in_order(self) -> list[int]:
        out: list[int] = []

        def visit(node: Node | None) -> None:
            if node:
                visit(node.left)
                out.append(node.key)
                visit(node.right)

        visit(self.root)
        return out

    def height(self) -> int:
        def h(node):
            return 0 if node is None else 1 + max(h(node.left), h(node.right))

        return h(self.root)

    def levels(self):
        rows, row = [], [self.root] if self.root else []
        while row:
            rows.append([n.key for n in row])
            row = [c for n in row for c in (n.left, n.right) if c]
        return rows

    def remove(self, key: int) -> None:
        def drop(node: Node | None, key: int) -> Node | None:
            if node is None:
                raise KeyError(key)
            if key < node.key:
                node.left = drop(node.left, key)
            elif key > node.key:
                node.right = drop(node.right, key)
            elif node.left is None:
                return node.right
            elif node.right is None:
                return node.left
            else:
                successor = node.right
                while successor.left is not None:
                    successor = successor.left
                node.key = successor.key
                node.right = drop(node.right, successor.key)
            return node

        self.root = drop(self.root, key)
        self.size -= 1


t = Tree()
print([t.insert(k) for k in (8, 3, 10, 1, 6, 14, 4, 7, 13, 3)])
print(t.in_order(), t.height(), t.size, 6 in t, 5 in t)
print(t.levels())
for k in (8, 1, 14):
    t.remove(k)
print(t.levels(), t.in_order())
try:
    t.remove(99)
except KeyError as e:
    print("KeyError", e, t.size)
