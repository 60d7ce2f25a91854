# The items that `dict` is made from may be any sequences of two items.
def pairs(row):
    return dict(row[i : i + 2] for i in range(0, len(row), 2))


print(pairs([1, 5, 7, 10]), pairs((1, 2)))
print(dict(["ab", "cd"]), dict([["x", 1.5], ["y", 2.5]]))
try:
    pairs([1, 2, 3])
except ValueError as error:
    print(error)
