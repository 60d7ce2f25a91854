def invert(a):
    return ~a
