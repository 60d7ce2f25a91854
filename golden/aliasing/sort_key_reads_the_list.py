# A key that looks at a list.
order = [3, 1, 2]
xs = [1, 2, 3]
xs.sort(key=lambda x: order.index(x))
print(xs, order)
