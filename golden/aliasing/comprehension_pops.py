# A comprehension that takes from the list it reads.
xs = [1, 2, 3]
print([xs.pop() for _ in range(2)], xs)
ys = [1, 2, 3, 4]
print([ys.pop(0) + y for y in ys], ys)
