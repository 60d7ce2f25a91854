# Calls within calls.
def add(xs, x):
    xs.append(x)
    return xs


print(add(add([], 1), 2))
a = []
print(len(add(a, len(add(a, 5)))), a)
