# An index behind the end of a list that is an index of Rust's tells its frames as well.
def total(grid):
    s = 0
    for i in range(len(grid)):
        for j in range(2):
            s += grid[i][j]
    return s


print(total([[1, 2], [3, 4]]))
print(total([[1, 2], [3]]))
