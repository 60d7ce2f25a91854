# a if c else b evaluates only the chosen side.
def f(x):
    return "neg" if x < 0 else "zero" if x == 0 else "pos"


print(f(-1), f(0), f(2))
x = None
print(x.upper() if x is not None else "nothing")
print([("even" if n % 2 == 0 else "odd") for n in range(3)])
n = 4
print(n / 2 if n % 2 == 0 else n * 3 + 1, 1 if True else 1 / 0)
items = []
print(items[0] if items else None, (1 if n > 3 else 2) + 10)
value = 3 if n > 100 else 2.5
print(value, "y" if [] else "n", max(1, 2) if n else min(1, 2))
print("item" + ("s" if n != 1 else ""))
