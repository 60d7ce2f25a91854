# A comma makes a tuple; parentheses are for grouping.
t = 1, 2, 3
print(t, t[0], t[-1], len(t), t[1:], t[::-1])
x = 5,
print(x, (5), (5,), ())
a, b = b, a = 1, 2
print(a, b)
print(t + (4,), t * 2, 2 in t, t.index(3), t.count(1))
try:
    t[0] = 9
except TypeError as e:
    print("TypeError:", e)
nested = (1, ("a", [2.5]))
nested[1][1].append(3)
print(nested, nested[1][0])
