# A list that a dict holds, too.
xs = [1]
d = {"a": xs, "b": xs}
d["a"].append(2)
print(xs, d)
xs.clear()
print(d)
