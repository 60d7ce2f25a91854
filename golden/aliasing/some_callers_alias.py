# One function, called with lists that are shared and with lists that are not.
def push(xs, x):
    xs.append(x)


alone = [1]
push(alone, 2)
one = [1]
other = one
push(one, 2)
push(other, 3)
push([0], 4)
print(alone, one, other)
