# Nested data of any kind, walked by isinstance.
from typing import Any


def dump(value: Any, indent: int = 0) -> str:
    pad = "  " * indent
    if isinstance(value, dict):
        if not value:
            return "{}"
        rows = [f"{pad}  {key}: {dump(item, indent + 1)}" for key, item in value.items()]
        return "{\n" + ",\n".join(rows) + "\n" + pad + "}"
    if isinstance(value, list):
        return "[" + ", ".join(dump(item, indent) for item in value) + "]"
    if isinstance(value, str):
        return f'"{value}"'
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def add_all(values: list[Any]) -> Any:
    total = values[0]
    for value in values[1:]:
        total = total + value
    return total


data = {
    "name": "Ada",
    "tags": ["x", 1, 2.5, None, True],
    "nested": {"empty": {}, "ok": False, "big": 1e20},
}
print(dump(data))
print(data)
print(add_all([1, 2.5, True]), add_all(["a", "b"]))
for value in [1, "one", 1.0, None, [1, "x"]]:
    print(type(value).__name__, end=" ")
print()
print(add_all(["total: ", 3]))
