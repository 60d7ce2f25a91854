# Products that come back through calls outgrow 64 bits: powers of matrices, compositions, recursive sums of products.
from functools import cache


def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def fibonacci(n):
    result, base = [[1, 0], [0, 1]], [[1, 1], [1, 0]]
    while n:
        if n % 2:
            result = multiply(result, base)
        base = multiply(base, base)
        n //= 2
    return result[0][1]


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def __mul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([[dot(row, column) for column in columns] for row in self.rows])

    def __pow__(self, n):
        result = self
        for _ in range(n - 1):
            result *= self
        return result


def dot(row, column):
    return sum(row[i] * column[i] for i in range(len(row)))


@cache
def catalan(n):
    return 1 if n <= 1 else sum(catalan(i) * catalan(n - 1 - i) for i in range(n))


def compose(f, g):
    a, b = f
    c, d = g
    return a * c, a * d + b


step = (1, 0)
for k in range(1, 30):
    step = compose(step, (k, k + 1))


def heap_depth(index, size):
    """A recursion that descends by index stays within 64 bits."""
    return 0 if index >= size else 1 + heap_depth(2 * index + 1, size)


print(fibonacci(10), fibonacci(100))
print((Matrix([[1, 1], [1, 0]]) ** 95).rows, (Matrix([[2]]) ** 3).rows)
print([catalan(n) for n in range(8)], catalan(40))
print(step, heap_depth(0, 1000))
