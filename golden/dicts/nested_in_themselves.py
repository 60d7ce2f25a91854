# Dicts of dicts of dicts: a tree of letters.
from collections import defaultdict


def add(root, word):
    node = root
    for letter in word:
        node = node.setdefault(letter, {})
    node["$"] = {}


def words(node, prefix=""):
    for letter, rest in sorted(node.items()):
        if letter == "$":
            yield prefix
        else:
            yield from words(rest, prefix + letter)


def count(root):
    stack = [root]
    found = 0
    while stack:
        node = stack.pop()
        found += 1
        stack.extend(node.values())
    return found


def grown():
    return defaultdict(grown)


root = {}
for word in ("to", "tea", "ten"):
    add(root, word)
print(root, list(words(root)), count(root), "t" in root, root["t"]["e"].keys(), root.get("x"))
other = {**root}
other["i"] = {"$": {}}
print(other == root, other.pop("t") == root["t"], other)
tree = grown()
tree["a"]["b"]["c"]
print(list(tree), list(tree["a"]["b"]))
