# Assigning to a slice replaces that part of the list, with any length.
a = [0, 1, 2, 3, 4]
a[1:3] = ["x", "y", "z"]
print(a)
a[:0] = [-1]
a[len(a):] = [9]
print(a)
a[2:5] = []
print(a)
b = list(range(6))
b[::2] = [10, 20, 30]
print(b)
b[1:1] = (7, 8)
b[-1:] = "ab"
print(b)
c = [1, 2, 3]
d = c
c[:] = [4]
print(d, c is d)
try:
    b[::2] = [1]
except ValueError as e:
    print("ValueError:", e)
