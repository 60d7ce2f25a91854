# What `**` gathers may meet dicts with keys of other types.
def merged(*dicts, **extra):
    out = {}
    for each in (*dicts, extra):
        out |= each
    return out


def sizes(*dicts, **extra):
    return [len(each) for each in (*dicts, extra)]


print(merged({"a": 1}, {b"b": "x"}, c=2.5))
print(sizes({1: "x"}, c=2.5), sizes())
try:
    merged({"a": 1}, None)
except TypeError as error:
    print(error)
