def setitem(a, b, c):
    a[b] = c
