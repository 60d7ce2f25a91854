# Inner functions serve as helpers that share the outer variables.
def subsets(items):
    result = []
    current = []

    def walk(i):
        if i == len(items):
            result.append(current[:])
            return
        walk(i + 1)
        current.append(items[i])
        walk(i + 1)
        current.pop()

    walk(0)
    return result


print(subsets([1, 2, 3]))


def count_islands(grid):
    rows, cols = len(grid), len(grid[0])
    seen = set()

    def fill(r, c):
        if r < 0 or c < 0 or r >= rows or c >= cols or (r, c) in seen or grid[r][c] == 0:
            return 0
        seen.add((r, c))
        return 1 + fill(r + 1, c) + fill(r - 1, c) + fill(r, c + 1) + fill(r, c - 1)

    return [n for r in range(rows) for c in range(cols) if (n := fill(r, c))]


print(count_islands([[1, 1, 0], [0, 0, 1], [1, 0, 1]]))
