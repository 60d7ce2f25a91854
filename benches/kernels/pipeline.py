"""Generators that feed generators: numbers, filtered, paired and summed."""
import sys
from collections.abc import Iterator


def numbers(n: int) -> Iterator[int]:
    state = 3
    for _ in range(n):
        state = (state * 1103515245 + 12345) % 2147483648
        yield state // 65536


def odd(source: Iterator[int]) -> Iterator[int]:
    for x in source:
        if x % 2 == 1:
            yield x


def pairs(source: Iterator[int]) -> Iterator[tuple[int, int]]:
    for x in source:
        y = next(source, 0)
        yield x, y


def differences(source: Iterator[tuple[int, int]]) -> Iterator[int]:
    for x, y in source:
        yield abs(x - y)


def main(n: int) -> None:
    total = 0
    count = 0
    for difference in differences(pairs(odd(numbers(n)))):
        total += difference
        count += 1
    print(count, total)


main(int(sys.argv[1]))
