# Keywords that are handed on may meet others, of other types, in the function that takes them.
def show(**values: object) -> None:
    print(", ".join(f"{name}={value}" for name, value in sorted(values.items())))


def twice(**values: int) -> None:
    show(**values)
    show(extra="x", **values)


def both(**values):
    return values


def halves(**values):
    return both(half=0.5, **values)


twice(a=1, b=2)
show(c=2.5)
print(both(n=1), halves(n=1), halves())
numbers = both(n=1)
numbers["n"] = 5
print(halves(**numbers), numbers)
