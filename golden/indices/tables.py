# Tables of equal rows, and what makes them ragged.
class Grid:
    def __init__(self, w: int, h: int) -> None:
        self.w = w
        self.h = h
        self.cells = [[0] * w for _ in range(h)]

    def set(self, x: int, y: int, v: int) -> None:
        self.cells[y][x] = v

    def total(self) -> int:
        s = 0
        for y in range(self.h):
            for x in range(self.w):
                s += self.cells[y][x]
        return s

    def neighbours(self, x: int, y: int) -> int:
        n = 0
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                if dx == 0 and dy == 0:
                    continue
                ny, nx = y + dy, x + dx
                if 0 <= ny < len(self.cells) and 0 <= nx < len(self.cells[ny]):
                    n += self.cells[ny][nx]
        return n

    def widen(self) -> None:
        for row in self.cells:
            row.append(1)
        self.cells[0].append(5)
        self.w += 1

    def step(self) -> None:
        new = [[0] * self.w for _ in range(self.h)]
        for y in range(self.h):
            for x in range(self.w):
                n = self.neighbours(x, y)
                new[y][x] = 1 if n == 3 or (n == 2 and self.cells[y][x]) else 0
        self.cells = new

g = Grid(4, 3)
for i in range(3):
    g.set(i, 1, 1)
g.set(-1, -1, 7)
print(g.total(), g.neighbours(1, 1), g.neighbours(0, 0))
g.step()
print(g.cells)
g.widen()
print(g.total(), g.cells)
g.step()
print(g.cells)

def ragged(rows: list[list[int]]) -> list[int]:
    out = []
    for i in range(len(rows)):
        for j in range(len(rows[i])):
            out.append(rows[i][j])
    rows[1].append(9)
    rows.append([4])
    for i in range(len(rows)):
        out.append(rows[i][-1])
        rows[i][0] += 1
        rows[i][len(rows[i]) - 1] *= 2
    return out
print(ragged([[1], [2, 3], [4, 5, 6]]))

def square(n: int) -> list[list[int]]:
    m = [[0] * n for _ in range(n)]
    for i in range(n):
        m[i][i] = 1
        m[i][n - 1 - i] += 1
    m[0].append(5)
    for i in range(n):
        m[i][n - 1] -= 1
    return m
print(square(3), square(1))

def pascal(n: int) -> list[list[int]]:
    rows: list[list[int]] = []
    for i in range(n):
        row = [1] * (i + 1)
        for j in range(1, i):
            row[j] = rows[i - 1][j - 1] + rows[i - 1][j]
        rows.append(row)
    return rows
print(pascal(5), pascal(0))

def spiral(matrix: list[list[int]]) -> list[int]:
    out = []
    top, bottom = 0, len(matrix) - 1
    left, right = 0, len(matrix[0]) - 1
    while top <= bottom and left <= right:
        for j in range(left, right + 1):
            out.append(matrix[top][j])
        top += 1
        for i in range(top, bottom + 1):
            out.append(matrix[i][right])
        right -= 1
        if top <= bottom:
            for j in range(right, left - 1, -1):
                out.append(matrix[bottom][j])
            bottom -= 1
        if left <= right:
            for i in range(bottom, top - 1, -1):
                out.append(matrix[i][left])
            left += 1
    return out
print(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), spiral([[1]]), spiral([[1, 2]]), spiral([[1], [2]]))
