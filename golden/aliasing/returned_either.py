# One of two, and nobody knows which.
def longer(a, b):
    return a if len(a) >= len(b) else b


x = [1, 2]
y = [3]
z = longer(x, y)
z.append(4)
print(x, y)
y.extend([5, 6, 7])
w = longer(x, y)
w[0] = 0
print(x, y)
