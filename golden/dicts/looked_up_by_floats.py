# A float finds the equal integer among the keys, also inside tuples; what is stored keeps its kind.
names = {0: "zero", 1: "one", 2: "two"}
print([names.get(x / 2) for x in range(5)], names[2.0], 1.0 in names, 1.5 in names)
print(names.pop(2.0), names, names.pop(0.5, "none"))
names[1.0] = "uno"
names[2.5] = "more"
print(names)
seen = {1, 2, 3}
seen.discard(2.0)
print(seen, 3.0 in seen, 3.5 in seen)
grid = {(0, 0): "origin", (1, 2): "point"}
print([grid.get((x / 2, 2 * x / 2)) for x in (0, 1, 2)], (1.0, 2.0) in grid, (1.0, 2.5) in grid)
print({1: "a", 1.0: "b", True: "c"}, {2.5: 1, 2: 2}, len({0, 0.0, False}))
try:
    print(names[7.5])
except KeyError as error:
    print("KeyError", error)
