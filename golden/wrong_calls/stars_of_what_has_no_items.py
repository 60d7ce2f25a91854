# What stands behind a star must have items, and behind two it must be a mapping.
def f(a, b):
    return [*a, *b]
for args in (([1], 2), (None, [1]), ([1], 1.5)):
    try:
        print(f(*args))
    except TypeError as e:
        print(e)
def g(*a): return a
try:
    print([*5])
except TypeError as e:
    print(e)
try:
    print((*5,))
except TypeError as e:
    print(e)
try:
    print({*5})
except TypeError as e:
    print(e)
try:
    print(g(*5))
except TypeError as e:
    print(e)
try:
    print(g(1, *5))
except TypeError as e:
    print(e)
try:
    a, *b = 5
except TypeError as e:
    print(e)
try:
    print({**5})
except TypeError as e:
    print(e)
try:
    print(g(**5))
except TypeError as e:
    print(e)

