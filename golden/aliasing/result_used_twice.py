# What a function returned has two names.
def make(n):
    return [0] * n


a = make(2)
b = a
b[0] = 1
c = make(2)
print(a, b, c, make(1) + a)
