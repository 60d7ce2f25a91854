def inv(a):
    return ~a
