# A frozenset does not change, so that it can be a key.
f = frozenset([1, 2, 2])
print(len(f), 1 in f, f == {1, 2}, sorted(f | {3}))
d = {frozenset([1]): "one", frozenset([1, 2]): "both"}
print(d[frozenset([2, 1])], frozenset() in d)
groups = {frozenset("ab"), frozenset("ba"), frozenset("c")}
print(len(groups))
print(frozenset([5]), [frozenset()], hash(f) == hash(frozenset([2, 1])))
try:
    {[1]: 2}
except TypeError as e:
    print("TypeError:", e)
