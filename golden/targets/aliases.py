# Two names of one list, in variables, in lists, as a mutable default.
def collect(item, into=[]):
    into.append(item)
    return into


def extend_twice(items, extra):
    items.append(extra)
    items.append(extra)


first = collect(1)
second = collect(2)
print(first, second, first is second)
print(collect(3, [0]), first)

xs = [1, 2, 3]
ys = xs
zs = xs[:]
ys[0] = 10
extend_twice(ys, 4)
print(xs, zs, xs is ys, xs == zs)

row = [0] * 2
grid = [row] * 2
grid[0][1] = 7
print(grid)

for x in xs:
    if x < 3:
        xs.append(x + 1)
print(xs)
