# A sieve of primes and a product of matrices: lists that are indexed.
def primes(limit: int) -> list[int]:
    flags = [True] * (limit + 1)
    found = []
    for i in range(2, limit + 1):
        if flags[i]:
            found.append(i)
            for j in range(i * i, limit + 1, i):
                flags[j] = False
    return found


def matmul(a: list[list[float]], b: list[list[float]]) -> list[list[float]]:
    n, m = len(a), len(b)
    p = len(b[0])
    result = [[0.0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            total = 0.0
            for k in range(m):
                total += a[i][k] * b[k][j]
            result[i][j] = total
    return result


print(primes(50))
identity = [[1.0, 0.0], [0.0, 1.0]]
print(matmul([[1.5, 2.0], [3.0, 4.25]], identity))
print(matmul([[1.0, 2.0, 3.0]], [[1.0], [0.5], [1e16]]))
