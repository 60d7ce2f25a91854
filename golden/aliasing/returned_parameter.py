# What comes back is what was handed over.
def add(xs, x):
    xs.append(x)
    return xs


a = [1]
b = add(a, 2)
b.append(3)
print(a, b, a is b)
