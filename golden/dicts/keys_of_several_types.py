# Equal keys are one key: 1, 1.0 and True are the same; the first one stays.
d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, len(d))
m = {"1": "str", 1: "int", (1,): "tuple", None: "none"}
print(m["1"], m[1], m[(1,)], m[None], 2 in m)
print(m.get("2"), m.get(2), m.get((1, 2)))
nothing = m.get((1, 2, 3))
print(str(m.get((1, 2))), nothing)
try:
    m[[1]] = 0
except TypeError as e:
    print("TypeError:", e)
n = {0: "a", 0.5: "b", -1: "c"}
print(n[0.0], n[False], n[0.5], sorted(n))
