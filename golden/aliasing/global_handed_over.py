# A list of the module, also handed to a function that uses it.
items = [1, 2]


def both(xs):
    items.append(3)
    xs.append(4)
    return xs[-1], items[-1]


print(both(items), items)
