def contains(a, b):
    return b in a
