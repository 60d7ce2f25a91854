# Functions called with several kinds of values: each raises what it raises, where it does.
def shown(function, *args):
    try:
        return function(*args)
    except TypeError as error:
        return str(error)


def swapped(entries):
    return {value: key for key, value in entries.items()}


def unique(items):
    return {item for item in items}


print(shown(swapped, {"a": 1}), shown(swapped, {1: [2]}), shown(swapped, {}))
print(shown(unique, [1, 1]), shown(unique, [[2]]), shown(unique, [{}]))


def rotated(items, k):
    return items[-k:] + items[:-k]


def is_sorted(items):
    return all(a <= b for a, b in zip(items, items[1:]))


for items in ([1, 2, 3], "abc", (1, 2)):
    print(rotated(items, 1))
for items in ([1, 2, 2], "abc", 5, [2, 1]):
    print(shown(is_sorted, items))
