"""Integer arithmetic: the longest Collatz chain below a limit."""
import sys


def chain_length(start: int) -> int:
    length = 1
    n = start
    while n != 1:
        if n % 2 == 0:
            n //= 2
        else:
            n = 3 * n + 1
        length += 1
    return length


def main(limit: int) -> None:
    best = 0
    best_start = 0
    for start in range(1, limit):
        length = chain_length(start)
        if length > best:
            best = length
            best_start = start
    print(best_start, best)


main(int(sys.argv[1]))
