# `join` of what has no items, or items that are no text, and the identity of numbers.
n = float("nan")
zeros = [0.0, -0.0]
print(n is n, zeros[0] is zeros[1], zeros[0] is zeros[0])
xs = [1]
try:
    print(",".join(xs))
except TypeError as e:
    print(e)
xs.pop()
print(repr(",".join(xs)))
try:
    print("ab"[7].join([]))
except IndexError as e:
    print(e)
