# Conway's game of life on a set of live cells.
def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    counts[key] = counts.get(key, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or n == 2 and cell in cells}


def show(cells, width, height):
    for y in range(height):
        print("".join("#" if (x, y) in cells else "." for x in range(width)))
    print()


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4):
    show(glider, 5, 5)
    glider = step(glider)
print(sorted(glider))
grid = [[0, 0, 0], [1, 1, 1], [0, 0, 0]]


def evolve(grid: list[list[int]]) -> list[list[int]]:
    rows, cols = len(grid), len(grid[0])
    new = [[0] * cols for _ in range(rows)]
    for r in range(rows):
        for c in range(cols):
            alive = sum(grid[i][j] for i in range(max(0, r - 1), min(rows, r + 2)) for j in range(max(0, c - 1), min(cols, c + 2))) - grid[r][c]
            new[r][c] = 1 if alive == 3 or (alive == 2 and grid[r][c]) else 0
    return new


print(evolve(grid), evolve(evolve(grid)) == grid)
