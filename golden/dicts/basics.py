# A dict keeps its keys in the order in which they came.
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, len(d), d["a"], "a" in d, 1 in d)
del d["b"]
d["b"] = 4
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()))
for k in d:
    print(k, d[k])
for k, v in d.items():
    print(k, "=", v)
try:
    d["zz"]
except KeyError as e:
    print("KeyError:", e)
try:
    {1: 2}[5]
except KeyError as e:
    print("KeyError:", e, e.args)
