# So does an iterator.
a = [1, 2]
it = iter(a)
print(next(it))
a.append(3)
a[1] = 9
print(list(it))
