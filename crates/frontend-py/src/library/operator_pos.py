def pos(a):
    return +a
