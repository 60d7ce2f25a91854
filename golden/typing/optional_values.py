# None stands for "nothing", and is tested before use.
from typing import Optional


def find(items: list[str], wanted: str) -> Optional[int]:
    for i, x in enumerate(items):
        if x == wanted:
            return i
    return None


i = find(["a", "b"], "b")
print(i, find([], "z"), i + 1 if i is not None else "none")


def parse(text: str) -> int | None:
    return int(text) if text.isdigit() else None


def total(texts: list[str]) -> int:
    result = 0
    for t in texts:
        n = parse(t)
        if n is None:
            continue
        result += n
    return result


print(parse("12"), parse("x"), total(["1", "q", "5"]))


def describe(name=None, age=None):
    parts = []
    if name:
        parts.append(name)
    if age is not None:
        parts.append(str(age))
    return "/".join(parts) or "anonymous"


print(describe(), describe("ann"), describe(age=0), describe("bob", 5))
best = None
for n in [3, 8, 5]:
    if best is None or n > best:
        best = n
print(best, [parse(t) for t in ("1", "-")], {"k": None}.get("k", 3))
