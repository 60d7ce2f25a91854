# A dict whose keys are pairs is asked for tuples that are made of lists: those of another length are not in it.
def pairs_of(text):
    words = text.split()
    chain = {}
    for first, second, third in zip(words, words[1:], words[2:]):
        chain.setdefault((first, second), []).append(third)
    return chain


def walk(chain, start, size):
    out = list(start)
    while len(out) < size:
        key = tuple(out[-2:])
        if key not in chain:
            break
        out.append(chain[key][0])
    return " ".join(out)


chain = pairs_of("one two three one two four one five")
print(walk(chain, ("one", "two"), 6), walk(chain, ["four", "one"], 6))
print(chain.get(tuple(["one"])), chain.get(tuple(["one", "two", "three"]), []))
try:
    print(chain[tuple("ab")])
except KeyError as error:
    print("missing", error)
for first, second in list(chain)[:2]:
    print(first, second, chain[first, second])

grid = {(0, 0): "start", (1, 2): "end"}
point = [1, 2]
print(grid[tuple(point)], tuple(point) in grid, grid.pop(tuple(reversed([2, 1]))), grid)
