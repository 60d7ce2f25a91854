# Lists that hold lists of their own kind, in two ways that may not be compared.
def nested(n, leaf):
    return leaf if n == 0 else [nested(n - 1, leaf)]


def deep(n, leaf):
    out = [leaf]
    for _ in range(n):
        out = [out, leaf]
    return out


print(nested(2, 1.5) == deep(2, 1))  # error: PT0305
