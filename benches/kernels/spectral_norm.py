"""Comprehensions and sums over floats: the spectral norm of an infinite matrix."""
import math
import sys


def entry(i: int, j: int) -> float:
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v: list[float]) -> list[float]:
    return [sum(entry(i, j) * x for j, x in enumerate(v)) for i in range(len(v))]


def times_transposed(v: list[float]) -> list[float]:
    return [sum(entry(j, i) * x for j, x in enumerate(v)) for i in range(len(v))]


def main(n: int) -> None:
    u = [1.0] * n
    v = u
    for _ in range(10):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    uv = sum(a * b for a, b in zip(u, v))
    vv = sum(b * b for b in v)
    print(f"{math.sqrt(uv / vv):.9f}")


main(int(sys.argv[1]))
