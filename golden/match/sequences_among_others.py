# Sequence patterns match lists and tuples alone, also where the subject may be something else.
def kind(x):
    match x:
        case int(n) if n > 10:
            return f"big {n}"
        case int():
            return "int"
        case str(s):
            return "str " + s
        case [a, b]:
            return f"pair {a} {b}"
        case None:
            return "none"
        case _:
            return "other"


for x in [5, 50, "s", [1, 2], None, 2.5, [1]]:
    print(kind(x))


def describe(cmd):
    match cmd:
        case ["go", direction]:
            return f"going {direction}"
        case ["take", *items]:
            return f"taking {items}"
        case []:
            return "nothing"
        case [first, _, last]:
            return f"{first}..{last}"
        case _:
            return "unknown"


for text in ("go north", "take a b", "", "x y z", "look"):
    print(describe(text.split()))
