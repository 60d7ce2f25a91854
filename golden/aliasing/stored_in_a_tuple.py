# A tuple does not copy.
xs = [1]
t = (xs, len(xs))
xs.append(2)
print(t)
t[0].append(3)
print(xs)
