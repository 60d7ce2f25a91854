"""Recursion over a list that grows and shrinks: the eight queens, for more of them."""
import sys


def is_safe(columns: list[int], column: int) -> bool:
    row = len(columns)
    for other_row, other_column in enumerate(columns):
        if other_column == column or abs(other_column - column) == row - other_row:
            return False
    return True


def count(n: int, columns: list[int]) -> int:
    if len(columns) == n:
        return 1
    total = 0
    for column in range(n):
        if is_safe(columns, column):
            columns.append(column)
            total += count(n, columns)
            columns.pop()
    return total


print(count(int(sys.argv[1]), []))
