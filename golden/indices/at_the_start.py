# The first item of nothing ends the program.
def first(xs: list[str]) -> str:
    return xs[0]
print(first(["a"]))
print(first([]))
