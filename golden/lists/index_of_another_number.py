# A number that a list does not hold is told as the program says it.
halves = [1.5, 2.5, 4.0]
print(halves.index(4))
for look in (lambda: halves.index(2), lambda: halves.index(True), lambda: [10**30, 5].index(7)):
    try:
        look()
    except ValueError as error:
        print(error)
