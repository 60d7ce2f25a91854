# Loops within loops: tables, triangles, pairs, spirals.
for i in range(1, 4):
    print(" ".join(f"{i * j:2}" for j in range(1, 4)))
for n in range(1, 4):
    print(" " * (3 - n) + "*" * (2 * n - 1))
items = [3, 1, 2]
print([(a, b) for i, a in enumerate(items) for b in items[i + 1:]])
triangle = []
for n in range(5):
    row = [1]
    if triangle:
        last = triangle[-1]
        row.extend([sum(pair) for pair in zip(last, last[1:])])
        row.append(1)
    triangle.append(row)
print(triangle)


def spiral(m):
    out = []
    while m:
        out += m.pop(0)
        m = [list(r) for r in zip(*m)][::-1]
    return out


print(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))
