# append and pop work at the end; insert, remove and del anywhere.
a = []
a.append(1)
a.append(2)
a.extend([3, 4, 5])
print(a, a.pop(), a.pop(0), a.pop(-2), a)
a.insert(0, 9)
a.insert(100, 8)
a.insert(-1, 7)
print(a)
a.remove(9)
del a[0]
print(a, len(a))
a.clear()
print(a)
try:
    a.pop()
except IndexError as e:
    print("IndexError:", e)
try:
    [1, 2].pop(5)
except IndexError as e:
    print("IndexError:", e)
try:
    [1, 2].remove(3)
except ValueError as e:
    print("ValueError:", e)
