# What is deeper than `depth` is left out.
from pprint import PrettyPrinter, pformat, pprint

tree = {"name": "root", "children": [{"name": "leaf", "children": []}], "size": (1, (2, (3,)))}
pprint(tree, depth=2)
pprint(tree, width=30, depth=1)
print(pformat([[[]], [1, [2]]], depth=2))
PrettyPrinter(depth=1).pprint({"a": {"b": 1}, "c": []})
