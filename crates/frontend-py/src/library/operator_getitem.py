def getitem(a, b):
    return a[b]
