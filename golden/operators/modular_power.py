# The power with a modulus of what only the run knows to be whole: all operands are evaluated, then asked.
def f(g, e, p):
    return pow(g, 3 ** (e - 1), p)
def h(b, n):
    return pow(b, 2 ** n, 13)
print(f(5, 3, 97), f(2, 1, 7))
try:
    print(f(5, 0, 97))
except TypeError as e:
    print(e)
try:
    print(h(2 ** -1, 2), h(3, 4))
except TypeError as e:
    print(e)
print(pow(2 ** 3, 5, 7))
