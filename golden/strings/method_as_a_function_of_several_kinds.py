# `str.upper` handed on as a function of items of several kinds: `TypeError` for those that are no text.
def listed(cast, value):
    if isinstance(value, str):
        return [cast(part.strip()) for part in value.split(",")]
    return list(map(cast, value))


for value in ("a, b", ["c", "d"], ["e", 1]):
    try:
        print(listed(str.upper, value))
    except TypeError as error:
        print(error)

print(listed(int, "1, 2"), listed(int, ["3", 4.5]))

mixed = ["b", "A", None]
print(sorted(mixed[:2], key=str.lower))
try:
    sorted(mixed, key=str.lower)
except TypeError as error:
    print(error)
