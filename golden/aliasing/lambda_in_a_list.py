# Lambdas that hold one list.
xs = []
fs = [lambda: xs.append(1), lambda: xs.append(2)]
for f in fs:
    f()
print(xs)
