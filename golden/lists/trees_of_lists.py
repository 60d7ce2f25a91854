# Lists of lists of lists: of the same all the way down, or of None where they end.
def insert(tree, key):
    if tree is None:
        return [None, None]
    side = key % 2
    tree[side] = insert(tree[side], key // 2)
    return tree


def height(tree):
    return 0 if tree is None else 1 + max(map(height, tree))


def nested(count):
    return [nested(count - 1) for _ in range(count)]


def deepest(items):
    return 1 + max((deepest(item) for item in items), default=0)


root = None
for key in (1, 2, 5, 6):
    root = insert(root, key)
print(root, height(root), root[0] is None, root == insert(None, 0))
print(nested(3), deepest(nested(4)))
chain = []
for _ in range(3):
    chain = [chain]
chain.append([[]])
chain[0].append([])
print(chain, chain[-1], chain[::-1], sorted(chain, key=len), [len(item) for item in chain])
