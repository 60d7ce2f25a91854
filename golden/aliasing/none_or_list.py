# A list, or nothing.
def find(xs, x):
    return xs if x in xs else None


a = [1, 2]
b = find(a, 2)
if b is not None:
    b.append(3)
print(a, find(a, 9))
