# Items and names change places.
a, b = [1], [2]
a, b = b, a
a.append(3)
print(a, b)
xs = [1, 2, 3]
xs[0], xs[2] = xs[2], xs[0]
i = 0
i, xs[i] = 1, 5
print(xs, i)
