# yield from passes on the items of another iterable.
def flatten(items):
    for x in items:
        if isinstance(x, list):
            yield from flatten(x)
        else:
            yield x


print(list(flatten([1, [2, [3, []], 4], 5])))


def both():
    yield from range(2)
    yield from "ab"
    yield None


print(list(both()))


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


print(list(Tree(2, Tree(1), Tree(3, None, Tree(4)))), sum(Tree(5)))


def permute(items):
    if not items:
        yield []
    for i in range(len(items)):
        for p in permute(items[:i] + items[i + 1:]):
            yield [items[i]] + p


print(list(permute([1, 2, 3])))
