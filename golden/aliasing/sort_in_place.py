# `sort` changes the list for all of its names.
a = [3, 1, 2]
b = a
b.sort()
print(a, sorted(b, reverse=True), b)
