# `zip(strict=)`: ValueError where the iterables differ in length.
for x, y in zip([1, 2], "ab", strict=True):
    print(x, y)
for rows in ([1, 2], [1]), ([1], [1, 2]):
    try:
        print(list(zip(*[rows[0]])), list(zip(rows[0], rows[1], strict=True)))
    except ValueError as error:
        print(error)
try:
    print(list(zip([1], [1], [2, 3], strict=True)))
except ValueError as error:
    print(error)
try:
    print(list(zip([1, 2], [1, 2], [2], strict=True)))
except ValueError as error:
    print(error)
print(list(zip()), list(zip([1], strict=False)), list(zip([1, 2], [3], strict=False)))
