# A slice is a copy, of the items only.
a = [1, 2, 3]
b = a[:]
b[0] = 9
c = a[1:]
c.append(4)
print(a, b, c)
