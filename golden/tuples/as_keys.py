# Tuples of hashable things are hashable, and serve as keys.
grid = {}
for x in range(2):
    for y in range(2):
        grid[x, y] = x * 10 + y
print(grid, grid[(1, 0)], (0, 5) in grid)
seen = {(0, 0)}
seen.add((0, 1))
seen.add((0, 0))
print(len(seen), (0, 1) in seen)
for (x, y), value in sorted(grid.items(), key=lambda kv: -kv[1]):
    print(x, y, value)
print(hash((1, 2)) == hash((1, 2)), {("a", 1): "x"}[("a", 1)])
try:
    {([],): 1}
except TypeError as e:
    print("TypeError:", e)
