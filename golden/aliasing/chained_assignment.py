# One list, made once, for two names.
a = b = []
a.append(1)
b.append(2)
print(a, b)
