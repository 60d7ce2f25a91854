def countOf(a, b):
    return list(a).count(b)
