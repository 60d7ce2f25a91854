# `+` makes a list, `+=` does not.
a = [1]
b = a
a = a + [2]
print(a, b)
c = a
c += [3]
print(a, c, a is c)
