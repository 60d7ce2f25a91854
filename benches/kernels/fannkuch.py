"""Permutations and reversals of short lists: fannkuch."""
import sys


def fannkuch(n: int) -> tuple[int, int]:
    permutation = list(range(n))
    counts = [0] * n
    max_flips = 0
    checksum = 0
    sign = 1
    r = n
    while True:
        while r != 1:
            counts[r - 1] = r
            r -= 1
        current = permutation[:]
        flips = 0
        first = current[0]
        while first:
            current[: first + 1] = current[first::-1]
            flips += 1
            first = current[0]
        max_flips = max(max_flips, flips)
        checksum += sign * flips
        sign = -sign
        while True:
            if r == n:
                return checksum, max_flips
            moved = permutation[0]
            for i in range(r):
                permutation[i] = permutation[i + 1]
            permutation[r] = moved
            counts[r] -= 1
            if counts[r] > 0:
                break
            r += 1


checksum, flips = fannkuch(int(sys.argv[1]))
print(checksum, flips)
