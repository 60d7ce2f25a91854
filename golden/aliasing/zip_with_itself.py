# Pairs of neighbours.
xs = [1, 2, 4, 7]
print([b - a for a, b in zip(xs, xs[1:])])
for a, b in zip(xs, xs):
    if a == 2:
        xs[2] = b * 10
print(xs)
