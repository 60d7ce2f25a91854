# The views of a dict among each other: which of them a loop calls.

d = {1: 2}
for m in d.items, d.values, d.keys:
    print(m())
    print(list(m()))

for view in d.keys(), d.values():
    print(view, list(view))
