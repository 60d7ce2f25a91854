# A lambda is a function of one expression.
square = lambda x: x * x
add = lambda a, b=10: a + b
print(square(4), add(1), add(1, 2), (lambda: "none")(), (lambda *a: a)(1, 2))
pairs = [(1, "z"), (3, "a"), (2, "m")]
print(sorted(pairs, key=lambda p: p[1]), max(pairs, key=lambda p: p[0]), min(pairs, key=lambda p: -p[0]))
print(list(map(lambda a, b: a * b, [1, 2], [3, 4])), list(filter(lambda s: s, ["", "x"])))
make = lambda n: lambda x: x + n
print(make(3)(4), [f(2) for f in [lambda x: x + 1, lambda x: x * x]])
sign = lambda x: "neg" if x < 0 else "non-neg"
print(sign(-1), sign(0), list(filter(None, [0, 1, "", "a"])))
