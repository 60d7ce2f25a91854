# A default is evaluated once, when the function is defined.
def add(item, items=[]):
    items.append(item)
    return items


print(add(1), add(2))
print(add(3, []), add(4))


def safe(item, items=None):
    if items is None:
        items = []
    items.append(item)
    return items


print(safe(1), safe(2), safe(3, [0]))
base = 5


def plus(x, y=base):
    return x + y


base = 100
print(plus(1))


def count(key, seen={}):
    seen[key] = seen.get(key, 0) + 1
    return seen[key]


print(count("a"), count("b"), count("a"))
