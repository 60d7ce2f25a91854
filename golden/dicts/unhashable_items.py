# What is made of items that have no hash raises at the first of them; an operand that is always empty is evaluated.
from collections import Counter


def shown(make, items):
    try:
        return make(items)
    except TypeError as error:
        return str(error)


def counted(items):
    return Counter(items)


def paired(items):
    return dict(zip(items, items))


def keys(items):
    return dict.fromkeys(items, 0)


def merged(items):
    entries = {"a": 1}
    entries |= {item: 1 for item in items}
    return entries


for made in (shown(counted, [[1]]), shown(paired, [[1]]), shown(keys, [{1}]), shown(merged, [[1]])):
    print(made)
print(shown(counted, "aab"), shown(paired, [1]), shown(keys, "ab"), shown(merged, "b"))


def noisy():
    print("made")
    return {}


entries = {"a": 1}
entries.update(noisy())
entries |= noisy()
print(entries, {**entries, **noisy()}, entries | noisy(), dict(noisy()))
