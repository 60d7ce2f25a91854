"""Lists of lists of floats: the product of two matrices."""
import sys


def matrix(n: int, seed: float) -> list[list[float]]:
    return [[seed * (i - j) * (i + j) / n for j in range(n)] for i in range(n)]


def multiply(a: list[list[float]], b: list[list[float]]) -> list[list[float]]:
    n = len(a)
    m = len(b[0])
    k = len(b)
    result = [[0.0] * m for _ in range(n)]
    for i in range(n):
        for j in range(m):
            total = 0.0
            for x in range(k):
                total += a[i][x] * b[x][j]
            result[i][j] = total
    return result


def main(n: int) -> None:
    product = multiply(matrix(n, 1.0), matrix(n, 2.0))
    print(product[n // 2][n // 2], sum(product[0]))


main(int(sys.argv[1]))
