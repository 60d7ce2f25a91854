# Lists of an object lent to functions, and rows of it.
def fill(xs, v):
    for i in range(len(xs)):
        xs[i] = v + i


def total(rows):
    return sum(sum(row) for row in rows)


class Grid:
    def __init__(self, w, h):
        self.w = w
        self.h = h
        self.rows = [[0] * w for _ in range(h)]
        self.flat = [0] * (w * h)

    def fill(self):
        fill(self.flat, 3)
        for row in self.rows:
            fill(row, 1)
        row = self.rows[0]
        row[0] = 50
        for y in range(self.h):
            for x in range(self.w):
                self.rows[y][x] += self.flat[y * self.w + x]

    def total(self):
        return total(self.rows) + sum(self.flat)

    def transposed(self):
        out = Grid(self.h, self.w)
        for y in range(self.h):
            for x in range(self.w):
                out.rows[x][y] = self.rows[y][x]
        return out

    def alias(self):
        first = self.rows[0]
        self.rows.append([1])
        first.append(99)
        self.rows[1] = first
        return len(self.rows)


g = Grid(3, 2)
g.fill()
print(g.rows, g.flat, g.total())
t = g.transposed()
t.rows[0][0] = -1
print(t.rows, g.rows)
print(g.alias(), g.rows)
g.rows[0][0] = 1000
print(g.rows)
