# A function gives pairs of what it gives: trees and chains without a class.
def tree(depth):
    if depth == 0:
        return None, None
    return tree(depth - 1), tree(depth - 1)


def size(node):
    left, right = node
    if left is None:
        return 1
    return 1 + size(left) + size(right)


def chain(items):
    out = None
    for item in reversed(items):
        out = (item, out)
    return out


def total(pairs):
    if pairs is None:
        return 0
    head, tail = pairs
    return head + total(tail)


print(size(tree(4)), tree(1), tree(2) == tree(2), chain([1, 2, 3]), total(chain([1, 2, 3])))
