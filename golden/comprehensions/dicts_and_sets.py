# Braces make a dict or set comprehension.
print({x: x * x for x in range(4)}, {k: v for k, v in [("a", 1), ("b", 2)] if v > 1})
print({w: len(w) for w in ["aa", "b"]}, {x % 2 for x in range(5)} == {0, 1})
d = {"one": 1, "two": 2}
print({v: k for k, v in d.items()}, {k.upper(): v + 1 for k, v in d.items()})
print({x: [y for y in range(x)] for x in range(3)}, {i: {} for i in range(2)})
print({(i, j): i + j for i in range(2) for j in range(2)}, {}, {x for x in ""})
print(sorted({len(w) for w in "a bb cc ddd".split()}), {x: 0 for x in "aba"})
