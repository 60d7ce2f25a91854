# Each `object()` is another one: sentinels, keys and items are told apart.
o1, o2 = object(), object()
print(o1 is o1, o1 is o2, o1 == o2, o1 != o2, o1 == o1)
MISSING = object()
DONE = object()


def same(a, b):
    return a is b


print(same(o1, o2), same(o1, o1), same(MISSING, DONE), same(DONE, DONE))


def get(d, k, default=MISSING):
    v = d.get(k, default)
    if v is MISSING:
        return "missing"
    if v is DONE:
        return "done"
    return v


print(get({1: 2}, 1), get({1: 2}, 3), get({1: DONE}, 1), get({}, 1, DONE))
items = [object() for _ in range(3)]
print(items[0] is items[1], items[0] in items, items.index(items[2]), len(set(items)), len({MISSING, DONE}))
d = {MISSING: 1, DONE: 2}
print(d[DONE], len(d))
