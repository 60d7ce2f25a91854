# Sets and dicts of different types are combined; the result holds both.
def place(columns, rest):
    if not rest:
        return sorted(columns)
    return place(columns | {rest[0]}, rest[1:])


print(place(set(), [3, 1, 2]))
print(sorted({1, 2} | {"a"}, key=str), {1, 2} & set(), {1} ^ {2.5})
print(frozenset([1]) | {"b"} == frozenset(["b", 1]))
kinds = {1}
kinds |= {"x"}
print(len(kinds), "x" in kinds)
print({"a": 1} | {"b": "two"}, {} | {1: 2})
options = {"depth": 1}
options |= {"name": "x"}
print(options)
