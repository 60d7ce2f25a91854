# The names on the left take the items on the right, one each.
a, b = 1, 2
(c, d), e = (3, 4), 5
[f, g] = "hi"
print(a, b, c, d, e, f, g)
a, b = b, a
print(a, b)
x, y, z = range(3)
print(x, y, z)
for i, (name, score) in enumerate([("a", 1), ("b", 2)]):
    print(i, name, score)
k, v = {"key": "value"}.popitem()
print(k, v)
items = [1, 2, 3]
i = 0
i, items[i] = 2, 9
print(i, items)
try:
    p, q = [1, 2, 3]
except ValueError as e:
    print("ValueError:", e)
try:
    p, q, r = (1, 2)
except ValueError as e:
    print("ValueError:", e)
