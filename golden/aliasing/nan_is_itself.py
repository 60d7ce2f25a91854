# A list equals itself, whatever it holds.
nan = float("nan")
a = [nan, 1.0]
b = a
print(a == b, nan in a, a.index(nan), a.count(nan))
