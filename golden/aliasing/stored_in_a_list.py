# Lists in a list.
row = [0, 0]
grid = [row, row, [1, 1]]
grid[0][1] = 5
print(grid, row)
grid[2].append(2)
print(grid)
