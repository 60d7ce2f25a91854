# A special method that is called by its name on what may be `None`: an attribute that `None` does not have.
class Node:
    def __init__(self, key, left=None, right=None):
        self.key = key
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def __len__(self):
        n_left = self.left.__len__() if self.left else 0
        return 1 + n_left + (len(self.right) if self.right else 0)


class Tree:
    def __init__(self, root=None):
        self.root = root

    def __iter__(self):
        return self.root.__iter__()

    def __len__(self):
        return self.root.__len__()


tree = Tree(Node(2, Node(1), Node(3)))
print(list(tree), len(tree))
for ask in (list, len):
    try:
        print(ask(Tree()))
    except AttributeError as error:
        print(error)
