# A list that goes through three functions before one changes it.
def outer(xs):
    return middle(xs) + len(xs)


def middle(xs):
    return inner(xs, 2)


def inner(xs, n):
    for _ in range(n):
        xs.insert(0, n)
    return xs[0]


a = [7]
print(outer(a), a)
