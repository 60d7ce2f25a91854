# keys, values and items are live views.
d = {"a": 1}
keys = d.keys()
d["b"] = 2
print(list(keys), len(keys), "b" in keys, 2 in d.values(), ("a", 1) in d.items())
print(d.keys(), d.values(), d.items())
print(sorted(d.values(), reverse=True), sum(d.values()), max(d.values()))
print(d.keys() & {"a", "z"}, d.keys() == {"a", "b"})
for k in list(d):
    if d[k] > 1:
        del d[k]
print(d, list(reversed({"x": 1, "y": 2})))
inverted = {v: k for k, v in {"one": 1, "two": 2}.items()}
print(inverted)
try:
    for k in d:
        d[k + "x"] = 0
except RuntimeError as e:
    print("RuntimeError:", e)
