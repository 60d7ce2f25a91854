# A starred name takes what is left, as a list.
first, *rest = [1, 2, 3]
*init, last = (1, 2, 3)
head, *mid, tail = "abcde"
print(first, rest, init, last, head, mid, tail)
a, *b = [1]
print(a, b)
(x, *y), *z = [[1, 2, 3], 4, 5]
print(x, y, z)
print([*range(3), *"ab"], (*[1, 2], 3), {*[1], *[1, 2]} == {1, 2}, {**{"a": 1}, "b": 2})
for first, *others in [(1, 2, 3), (4,)]:
    print(first, others)
try:
    p, *q, r = [1]
except ValueError as e:
    print("ValueError:", e)
