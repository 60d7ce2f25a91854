# `index` of a tuple looks from a position on, up to another one.
notes = (1, 2, 3, 1, 2, 3, 1)
print(notes.index(1, 1), notes.index(3, -4), notes.index(2, 2, 6), tuple("hello").index("l", 3))
try:
    notes.index(3, 3, 5)
except ValueError as error:
    print(error)
