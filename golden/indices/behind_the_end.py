# An item behind the end ends the program as an IndexError, if nobody catches it.
def f(xs: list[int], n: int) -> int:
    total = 0
    print("start")
    for i in range(len(xs) + n):
        total += xs[i]
    return total

def g(grid: list[list[int]]) -> int:
    s = 0
    for i in range(len(grid)):
        for j in range(len(grid[0])):
            s += grid[i][j]
    return s

def first(xs: list[str]) -> str:
    return xs[0]

print(f([1, 2, 3], 0))
print(g([[1, 2], [3, 4]]), first(["a"]))
print(g([[1, 2], [3]]))
