# A dict that holds dicts is searched by a path and walked: what one of them holds may stand in all.
data = [
    {"name": "Ann", "age": 30, "tags": ["a", "b"], "addr": {"city": "X", "zip": None}},
    {"name": "Bob", "age": 25.5, "tags": [], "addr": None},
]


def search(entries, path):
    for key in path.split("."):
        if isinstance(entries, dict):
            entries = entries.get(key)
        else:
            return None
    return entries


def walk(value, depth=0):
    if isinstance(value, dict):
        for key, inner in value.items():
            print("  " * depth + key)
            walk(inner, depth + 1)
        for inner in value.values():
            if isinstance(inner, dict):
                print(sorted(inner))
    elif isinstance(value, list):
        for inner in value:
            walk(inner, depth + 1)
    else:
        print("  " * depth + repr(value))


print(search(data[0], "addr.city"), search(data[1], "addr.city"), search(data[0], "age"))
walk(data)
