# A default is made once.
def add(x, xs=[]):
    xs.append(x)
    return xs


a = add(1)
b = add(2)
print(a, b, a is b)
c = add(3, [0])
print(c, add(4))
