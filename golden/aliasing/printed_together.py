# All arguments are evaluated before any is shown.
a = [1, 2, 3]
print(a, a.pop(), a)
print(f"{a} {a.pop()} {a}")
print(a, a.append(5), a.reverse(), a)
