# Assignment shares a list; copy, slices and list() make a shallow copy.
a = [1, 2, [3]]
b = a
c = a.copy()
d = a[:]
e = list(a)
b.append(4)
a[2].append(99)
print(a)
print(b is a, c, d, e)


def extend(items):
    items.append("new")
    items = ["rebound"]
    return items


print(extend(c), c)
matrix = [[1, 2], [3, 4]]
shallow = matrix[:]
deep = [row[:] for row in matrix]
matrix[0][0] = 0
print(shallow, deep)
a += [5]
print(b, a == b)
a = a + [6]
print(len(b), len(a))
