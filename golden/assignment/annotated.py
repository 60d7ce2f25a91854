# Annotations on variables are not enforced, and need no value.
x: int = 5
y: float = 2
names: list[str] = []
table: dict[str, list[int]] = {}
z: int
z = x + 1
print(x, y, z, names, table)
table["a"] = [1]
names.append("n")
print(table, names, y / 4, y * 2)


class C:
    limit: int = 10
    label: str

    def __init__(self) -> None:
        self.items: list[int] = []
        self.best: float = 0


c = C()
print(c.limit, c.items, c.best)
