"""Indexed text and rows of integers: the edit distance of two texts."""
import sys


def distance(a: str, b: str) -> int:
    previous = list(range(len(b) + 1))
    for i in range(1, len(a) + 1):
        current = [i] + [0] * len(b)
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        previous = current
    return previous[-1]


def text(n: int, seed: int) -> str:
    letters = []
    state = seed
    for _ in range(n):
        state = (state * 1103515245 + 12345) % 2147483648
        letters.append("abcdefgh"[state // 65536 % 8])
    return "".join(letters)


def main(n: int) -> None:
    print(distance(text(n, 1), text(n, 2)))


main(int(sys.argv[1]))
