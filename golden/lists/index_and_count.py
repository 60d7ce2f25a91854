# index finds the first equal item.
a = [3, 1, 4, 1, 5]
print(a.index(1), a.index(1, 2), a.count(1), a.count(9))
print([1, 1.0, True].count(1), [[1], [1]].index([1]), ["a", "b"].index("b"))
try:
    a.index(9)
except ValueError as e:
    print("ValueError:", e)
try:
    ["x"].index("y")
except ValueError as e:
    print("ValueError:", e)
print(a[0], a[-1], a[-5])
try:
    a[5]
except IndexError as e:
    print("IndexError:", e)
try:
    a[-6] = 0
except IndexError as e:
    print("IndexError:", e)
