# Items that are replaced ahead of the loop are seen.
xs = [1, 2, 3]
for i, x in enumerate(xs):
    if i + 1 < len(xs):
        xs[i + 1] += x
print(xs)
