"""Allocation: trees of small objects that live and die."""
from __future__ import annotations

import sys


class Node:
    def __init__(self, left: Node | None, right: Node | None) -> None:
        self.left = left
        self.right = right

    def check(self) -> int:
        total = 1
        if self.left is not None:
            total += self.left.check()
        if self.right is not None:
            total += self.right.check()
        return total


def tree(depth: int) -> Node:
    if depth == 0:
        return Node(None, None)
    return Node(tree(depth - 1), tree(depth - 1))


def main(max_depth: int) -> None:
    long_lived = tree(max_depth)
    for depth in range(4, max_depth + 1, 4):
        iterations = 1 << (max_depth - depth + 4)
        total = 0
        for _ in range(iterations):
            total += tree(depth).check()
        print(iterations, depth, total)
    print(long_lived.check())


main(int(sys.argv[1]))
