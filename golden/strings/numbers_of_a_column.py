# The items of a list that nobody else holds, as numbers.
def summed(rows: list[str]) -> int:
    return sum([int(row) for row in rows])


def product(text: str) -> float:
    columns = [list(column) for column in zip(*[line.split() for line in text.splitlines()])]
    total = 1.0
    for column in columns:
        if column.pop() == "*":
            total *= sum([float(cell) for cell in column])
    return total


print(summed(["1", "20"]), product("1 2\n3 4\n* +"))
