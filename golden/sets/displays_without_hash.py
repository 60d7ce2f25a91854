# A set display with an item that has no hash raises where somebody may catch it.
f = lambda: {1, [2]}
try:
    print(f())
except TypeError as e:
    print("caught", e)
for g in (lambda: {1, [2]}, lambda: 1):
    try:
        print(g())
    except TypeError as e:
        print("caught", e)
def f():
    return {1, [2]}
try:
    print(f())
except TypeError as e:
    print("caught", e)
try:
    print({1, [2]})
except TypeError as e:
    print("caught", e)
try:
    print({1: 2, (1, [2]): 3})
except TypeError as e:
    print("caught", e)
def g(x):
    s = set()
    s.add(x)
    return s
try:
    print(g(1), g([1]))
except TypeError as e:
    print("caught", e)
