# `len` handed on as a function asks the objects that it gets.
class Tree:
    def __init__(self, *kids):
        self.kids = kids

    def __len__(self):
        return 1 + sum(map(len, self.kids))


tree = Tree(Tree(), Tree(Tree(), Tree()))
print(len(tree), list(map(len, tree.kids)))
print(max(tree.kids, key=len) is tree.kids[1], [len(kid) for kid in sorted(tree.kids, key=len, reverse=True)])
