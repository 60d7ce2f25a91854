# Two names of one list.
a = [1, 2, 3]
b = a
b.append(4)
print(a, b, a is b)
a[0] = 9
print(b)
