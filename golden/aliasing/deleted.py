# `del` of items, slices and names.
a = [1, 2, 3, 4, 5]
b = a
del a[0]
del a[-1]
print(b)
del b[1:]
print(a)
del a
print(b)
