# Lists, dicts and sets have no hash: as keys or members they raise, also where one is only looked for.
def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)


table = {1: "one"}
seen = {1}
attempt(lambda: {[1]: 2})
attempt(lambda: [1] in table)
attempt(lambda: {} in seen)
attempt(lambda: table[[1]])
attempt(lambda: table.get([1]))
attempt(lambda: table.get([1], 0))
attempt(lambda: table.pop([1]))
attempt(lambda: table.setdefault([1], "x"))
attempt(lambda: seen.add([1]))
attempt(lambda: seen.discard([1]))
attempt(lambda: hash(([1], 2)))
attempt(lambda: {1} in seen)
