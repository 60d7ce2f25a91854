def indexOf(a, b):
    for at, item in enumerate(a):
        if [item].count(b):
            return at
    raise ValueError("sequence.index(x): x not in sequence")
