# Lists that hold lists of their own kind, in two ways: values of those types are compared as far as they are no such lists.
def nested(n, leaf):
    return leaf if n == 0 else [nested(n - 1, leaf)]


def deep(n, leaf):
    out = [leaf]
    for _ in range(n):
        out = [out, leaf]
    return out


print(nested(0, 1.5) == deep(1, 1), nested(0, 2) == 2)
if nested(0, 1.5) == 1.5:
    print(len(deep(2, 1)))
