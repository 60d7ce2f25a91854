# `zip(*rows, strict=True)` raises where a row ends before the others; `strict=False` says nothing.
board = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
for column in zip(*board, strict=False):
    print(column, sum(column))
print(list(zip(*board, strict=True)))
print(list(zip(*[], strict=True)))


def columns(rows: list[list[int]]) -> None:
    seen = []
    try:
        for column in zip(*rows, strict=True):
            seen.append(column)
    except ValueError as error:
        print(seen, error)
    else:
        print(seen)


columns([[1, 2], [3]])
columns([[1], [3, 4]])
columns([[1], [2], [3, 4]])
columns([[1, 5], [2, 6], []])
columns([[1, 5], [2, 6], [3, 7]])
