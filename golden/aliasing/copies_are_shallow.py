# The rows of a copy are those of the original.
a = [[1], [2]]
b = a[:]
b[0].append(9)
b.append([3])
print(a, b)
