# Lists of lists serve as grids.
grid = [[0] * 3 for _ in range(2)]
grid[1][2] = 5
print(grid, len(grid), len(grid[0]))
for row in grid:
    print(" ".join(str(v) for v in row))
transposed = [[grid[r][c] for r in range(2)] for c in range(3)]
print(transposed, [list(r) for r in zip(*grid)])
print(sum(sum(row) for row in grid), max(max(r) for r in grid))
print([x for row in grid for x in row])
tree = [1, [2, [3, []]], [4]]


def depth(t):
    if not isinstance(t, list):
        return 0
    return 1 + max([depth(x) for x in t], default=0)


print(depth(tree), tree[1][1][0])
