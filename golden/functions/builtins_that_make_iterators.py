# `iter`, `next`, `range` and `reversed` are handed in like other functions.
from itertools import chain, cycle, islice, starmap


def round_robin(*rows):
    pending = list(map(iter, rows))
    while pending:
        alive = []
        for row in pending:
            try:
                yield next(row)
                alive.append(row)
            except StopIteration:
                pass
        pending = alive


print(list(round_robin("abc", "d", "ef")))
sources = list(map(iter, [[1, 2], [3, 4]]))
print(list(map(next, sources)), list(map(next, sources)))
print(list(map(next, islice(cycle(list(map(iter, ["ab", "xy"]))), 4))))
print([list(numbers) for numbers in map(range, [1, 2, 3])])
print(list(chain.from_iterable(starmap(range, [(1, 3), (2, 4)]))))
print(list(map(sum, map(range, [2, 3, 4]))))
print(list(map(list, map(reversed, [[1, 2], [3, 4]]))))
