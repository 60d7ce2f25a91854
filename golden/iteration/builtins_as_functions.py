# `any`, `all`, `slice` and methods that take an argument less are handed over like other functions.
from itertools import starmap

rows = [[True, False], [True, True], []]
print(list(map(any, rows)), list(map(all, rows)), list(filter(any, rows)), sum(map(all, rows)))
print(max(rows, key=any), sorted(rows, key=all))
letters = list("abcdef")
print(list(map(letters.pop, [0, 0, 1])), letters)
print(["abc"[part] for part in starmap(slice, [(0, 2), (1, 3)])])
