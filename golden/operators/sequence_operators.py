# + joins sequences of one kind, * repeats them, in searches.
print([1, 2] + [3], [0] * 3, 2 * [1, 2], [1] * 0, [1] * -1)
print((1,) + (2, 3), (1, 2) * 2, () + ())
print("ab" + "cd", "ab" * 3, 3 * "-", "x" * 0, "x" * -2)
print(2 in [1, 2], 5 not in (1, 2), "ell" in "hello", "" in "abc", "z" in "")
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid)
rows = [[0] * 2 for _ in range(2)]
rows[0][0] = 1
print(rows)
n = 3
print("=" * (n * 4))
print([None] * 2, [""] * 2, [True] * 3)
