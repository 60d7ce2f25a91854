# get never raises; setdefault stores what it gives.
d = {"a": 1}
print(d.get("a"), d.get("b"), d.get("b", 0), d)
print(d.setdefault("a", 5), d.setdefault("b", 6), d)
groups = {}
for w in ["apple", "avocado", "bean", "cherry", "beet"]:
    groups.setdefault(w[0], []).append(w)
print(groups)
print(d.pop("a"), d.pop("zz", "none"), d)
try:
    d.pop("zz")
except KeyError as e:
    print("KeyError:", e)
print(d.popitem(), d)
counts = {}
for n in [1, 2, 1, 3, 1]:
    counts[n] = counts.get(n, 0) + 1
print(counts, max(counts, key=counts.get))
