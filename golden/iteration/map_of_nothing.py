# `map` over what never gives an item calls nothing; a source that runs is run all the same.


def nothing():
    print("runs to its end")
    return
    yield 1


print(list(map(lambda number: number + 1, [])))
for item in map(lambda number: number, []):
    print(item)
print(list(map(lambda a, b: a, [1, 2], [])))
print(list(map(lambda number: number, nothing())))
