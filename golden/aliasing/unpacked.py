# Star assignment makes a list.
xs = [1, 2, 3]
first, *rest = xs
rest.append(4)
print(xs, first, rest)
*start, last = rest
start[0] = 0
print(rest, start, last)
