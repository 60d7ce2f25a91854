# `iter` and `next` of what may be an object, a container or an iterator: each gives its own, and what is no iterator raises.
import math


class Node:
    def __init__(self, key, left=None, right=None):
        self.key = key
        self.left = left
        self.right = right

    def __iter__(self):
        yield from self.left or []
        yield self.key
        yield from self.right or []


class Tree:
    def __init__(self, root=None):
        self.root = root

    def __iter__(self):
        return iter(self.root or ())


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


def source(kind):
    if kind == 0:
        return iter([])
    return iter(range(2) if kind == 1 else Countdown(3) if kind == 2 else (n * n for n in (4, 5)))


print(list(Tree()), list(Tree(Node(2, Node(1), Node(5)))), 5 in Tree(Node(5)))
for kind in range(4):
    iterator = source(kind)
    print(next(iterator, "nothing"), list(iterator))
for value in ([1], "ab", 5, None, Node(1)):
    try:
        print(next(value))
    except TypeError as error:
        print(error)


def norm(rows, vector):
    return math.hypot(*[sum(x * y for x, y in zip(row, vector)) for row in rows])


print(norm([[3, 0], [0, 2]], [1, 2]), norm([[1.5]], [2]), norm([], []))
