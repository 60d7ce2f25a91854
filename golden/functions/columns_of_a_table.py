# `map(function, *rows)` calls the function with each column of a table.
table = [[3, 10, 2], [7, 4, 9], [5, 8, 1]]
largest = list(map(max, *table))
smallest = list(map(min, *table[1:]))
print(largest, smallest)
print(list(map(lambda *column: sum(column) / len(column), *table)))
print([*map(lambda first, second: f"{first}-{second}", *table[:2])])


def longest(*words):
    return max(words, key=len)


def rows_of(text):
    return [line.split() for line in text.split("/")]


print(" ".join(map(longest, *rows_of("a bcd e/fg h ijk lost"))))
try:
    largest = list(map(lambda *column: len(column), *table[3:]))
except TypeError as error:
    print(error)
