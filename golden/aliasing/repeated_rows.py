# The classic: one row, three times.
grid = [[0] * 2] * 3
grid[0][0] = 1
print(grid)
proper = [[0] * 2 for _ in range(3)]
proper[0][0] = 1
print(proper)
