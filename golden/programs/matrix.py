# A matrix class with operators, determinant and transposition.
class Matrix:
    def __init__(self, rows):
        if any(len(r) != len(rows[0]) for r in rows):
            raise ValueError("rows of different length")
        self.rows = [list(r) for r in rows]

    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __getitem__(self, key):
        r, c = key
        return self.rows[r][c]

    def __setitem__(self, key, value):
        r, c = key
        self.rows[r][c] = value

    def __add__(self, other):
        if self.shape != other.shape:
            raise ValueError("shapes differ")
        return Matrix([[a + b for a, b in zip(x, y)] for x, y in zip(self.rows, other.rows)])

    def __mul__(self, other):
        if isinstance(other, (int, float)):
            return Matrix([[v * other for v in r] for r in self.rows])
        n, m = self.shape
        p = other.shape[1]
        result = [[0] * p for _ in range(n)]
        for i in range(n):
            for j in range(p):
                for k in range(m):
                    result[i][j] += self.rows[i][k] * other.rows[k][j]
        return Matrix(result)

    def transpose(self):
        return Matrix([list(c) for c in zip(*self.rows)])

    def determinant(self):
        n, m = self.shape
        if n != m:
            raise ValueError("not square")
        if n == 1:
            return self.rows[0][0]
        total = 0
        for c in range(n):
            minor = Matrix([r[:c] + r[c + 1:] for r in self.rows[1:]])
            total += (-1) ** c * self.rows[0][c] * minor.determinant()
        return total

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __str__(self):
        return "\n".join(" ".join(f"{v:4}" for v in r) for r in self.rows)


a = Matrix([[1, 2], [3, 4]])
b = Matrix([[0, 1], [1, 0]])
print(a + b)
print(a * b)
print(a * 2)
print(a.transpose(), a.determinant(), a.shape, sep="\n")
print(a * Matrix.identity(2) == a, a[1, 0], Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).determinant())
a[0, 0] = 0.5
print(a)
for f in (lambda: Matrix([[1], [1, 2]]), lambda: a + Matrix([[1]]), lambda: Matrix([[1, 2]]).determinant()):
    try:
        f()
    except ValueError as e:
        print("ValueError:", e)
