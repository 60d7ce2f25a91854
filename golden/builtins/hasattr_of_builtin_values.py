# `hasattr` of builtin values of many kinds: which of them is a mapping, a list, a generator.
from collections import deque
def g(): yield 1
def ask(x):
    return hasattr(x, "items"), hasattr(x, "append"), hasattr(x, "send"), hasattr(x, "index"), hasattr(x, "start")
print(ask(g()), ask(range(3)), ask(deque()), ask(frozenset()), ask({}.keys()), ask(map(str, [1])), ask(iter([1])), ask(zip([1], [2])), ask(1j), ask([1]), ask(enumerate("a")), ask({}.values()), ask(x for x in "a"))
def pairs(items):
    return dict(items.items() if hasattr(items, "items") else items)
print(pairs({"a": 1}), pairs([("b", 2)]), pairs((k * 2, v) for k, v in [("c", 3)]), pairs(zip("d", [4])))
