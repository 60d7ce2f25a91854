"""Swaps in a list that is passed on: quicksort in place."""
import sys


def partition(xs: list[int], low: int, high: int) -> int:
    pivot = xs[(low + high) // 2]
    i = low - 1
    j = high + 1
    while True:
        i += 1
        while xs[i] < pivot:
            i += 1
        j -= 1
        while xs[j] > pivot:
            j -= 1
        if i >= j:
            return j
        xs[i], xs[j] = xs[j], xs[i]


def quicksort(xs: list[int], low: int, high: int) -> None:
    if low < high:
        middle = partition(xs, low, high)
        quicksort(xs, low, middle)
        quicksort(xs, middle + 1, high)


def numbers(n: int) -> list[int]:
    xs = []
    state = 42
    for _ in range(n):
        state = (state * 1103515245 + 12345) % 2147483648
        xs.append(state)
    return xs


def main(n: int) -> None:
    xs = numbers(n)
    quicksort(xs, 0, len(xs) - 1)
    print(xs[0], xs[n // 2], xs[-1])


main(int(sys.argv[1]))
