# A slice assigned changes the list for all of its names.
a = [1, 2, 3, 4]
b = a
b[1:3] = [9]
print(a)
a[:] = []
print(b)


def reset(xs):
    xs[:] = [0] * len(xs)


c = [5, 6]
reset(c)
print(c)
