"""A dict from integers to integers, read and written at random."""
import sys


def main(n: int) -> None:
    table: dict[int, int] = {}
    state = 1
    hits = 0
    for i in range(n):
        state = (state * 1103515245 + 12345) % 2147483648
        key = state % (n // 4 + 1)
        if key in table:
            hits += 1
            table[key] += i
        else:
            table[key] = i
        if i % 5 == 0:
            table.pop(key // 2, None)
    print(len(table), hits, sum(table.values()))


main(int(sys.argv[1]))
