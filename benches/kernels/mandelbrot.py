"""Float arithmetic in nested loops: points of the Mandelbrot set."""
import sys


def iterations(cr: float, ci: float, limit: int) -> int:
    zr = 0.0
    zi = 0.0
    for n in range(limit):
        zr2 = zr * zr
        zi2 = zi * zi
        if zr2 + zi2 > 4.0:
            return n
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
    return limit


def main(size: int) -> None:
    inside = 0
    total = 0
    for y in range(size):
        ci = 2.0 * y / size - 1.0
        for x in range(size):
            n = iterations(2.0 * x / size - 1.5, ci, 50)
            total += n
            if n == 50:
                inside += 1
    print(inside, total)


main(int(sys.argv[1]))
