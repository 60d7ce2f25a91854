# del removes items and slices.
a = list(range(10))
del a[0]
del a[-1]
print(a)
del a[1:3]
print(a)
del a[::2]
print(a)
del a[10:]
del a[:]
print(a)
d = {"x": 1, "y": 2}
del d["x"]
print(d)
try:
    del d["x"]
except KeyError as e:
    print("KeyError:", e)
try:
    del a[0]
except IndexError as e:
    print("IndexError:", e)
name = 5
del name
try:
    print(name)
except NameError as e:
    print("NameError:", e)
