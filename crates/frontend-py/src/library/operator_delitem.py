def delitem(a, b):
    del a[b]
