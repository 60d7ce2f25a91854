# A parameter may have several types, told apart by isinstance.
from typing import Union


def size(x: Union[int, str, list]) -> int:
    if isinstance(x, int):
        return x
    if isinstance(x, str):
        return len(x)
    return sum(size(e) for e in x)


print(size(3), size("four"), size([1, "ab", [10]]))


def normalise(value: int | float | str) -> float:
    if isinstance(value, str):
        value = value.strip()
        return float(value)
    return value / 1


print(normalise(3), normalise(" 2.5 "), normalise(0.5))


def show(value):
    if value is None:
        return "-"
    elif isinstance(value, (list, tuple)):
        return "[" + " ".join(show(v) for v in value) + "]"
    elif isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {show(v)}" for k, v in value.items()) + "}"
    elif isinstance(value, float):
        return f"{value:.1f}"
    return str(value)


print(show([1, None, (2.25, "x"), {"k": [True]}]))
mixed = [1, "a", 2.5, None, 3]
print([x for x in mixed if isinstance(x, int)], sum(x for x in mixed if isinstance(x, (int, float))))
x = 5
print(x + 1)
x = "five"
print(x.upper())
