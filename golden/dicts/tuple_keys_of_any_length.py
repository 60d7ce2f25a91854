# Tuples whose lengths only the run knows find and are found by tuples that are written out.
words = "a b a c".split()
d = {}
for i in range(3):
    d[tuple(words[i:i + 1])] = i
print(d.get(("a",)), ("b",) in d, d[("c",)] if ("c",) in d else "none", d.pop(("b",), None), len(d))
s = {tuple(words[:2]), tuple(words[1:])}
print(("a", "b") in s, ("a",) in s, ("a", "b") in [tuple(words[:2])], [tuple(words[:2])].index(("a", "b")), [tuple(words[:2])].count(("a", "b")))
t = {("a", 1): "t"}
k = tuple(["a", "b"][:1])
print(k in {("a",): 1}, ("a",) == k, k == ("a", "b"), k in [("a",)], hash(k) == hash(("a",)))
try:
    del d[("zz",)]
except KeyError as e:
    print("KeyError", e)
s.discard(("a", "b"))
print(len(s))
