# Tests for the kind of a value, in a row, behind `not`, with `and`, and where the value is used as a whole.
from dataclasses import dataclass
from typing import List, Union


@dataclass
class Leaf:
    value: int
    label: str = "leaf"


@dataclass
class Node:
    left: "Tree"
    right: "Tree"
    tags: List[str]


Tree = Union[Leaf, Node]


def total(tree: Tree) -> int:
    if isinstance(tree, Leaf):
        return tree.value
    return total(tree.left) + total(tree.right)


def depth(tree: Tree) -> int:
    if not isinstance(tree, Node):
        return 0
    return 1 + max(depth(tree.left), depth(tree.right))


def labels(tree: Tree, found: List[str]) -> None:
    if isinstance(tree, Node):
        labels(tree.left, found)
        found.extend(tree.tags)
        labels(tree.right, found)
    elif isinstance(tree, Leaf) and tree.value > 1:
        found.append(tree.label)
    else:
        found.append("small " + tree.label)


def leftmost(tree: Tree) -> Tree:
    while isinstance(tree, Node):
        tree = tree.left
    tree.value += 10
    return tree


def alike(a: Tree, b: Tree) -> bool:
    return isinstance(a, Leaf) and isinstance(b, Leaf) and a.value == b.value


def split(tree: Tree) -> Tree:
    if isinstance(tree, Leaf):
        old = tree
        tree = Node(old, Leaf(old.value + 1), ["new"])
    return tree


def described(trees: List[Tree]) -> List[str]:
    found = []
    for tree in trees:
        if isinstance(tree, Leaf):
            doubled = lambda: tree.value * 2
            found.append(str(doubled()))
        else:
            found.append(",".join(tree.tags))
    return found


def kept(trees: List[Tree]):
    leaves: List[Tree] = []
    for tree in trees:
        if isinstance(tree, Leaf) and tree.value > 0:
            tree.label = "kept"
            leaves.append(tree)
    return leaves


tree = Node(Leaf(1), Node(Leaf(2, "x"), Leaf(3), ["b"]), ["a", "c"])
print(total(tree), depth(tree))
found: List[str] = []
labels(tree, found)
print(found)
print(leftmost(tree), tree)
print(alike(Leaf(1), Leaf(1)), alike(Leaf(1), tree), alike(Leaf(2), Leaf(1)))
print(split(Leaf(4)), split(tree) is tree)
print(described([Leaf(4), tree]), kept([Leaf(0), tree, Leaf(5)]))
