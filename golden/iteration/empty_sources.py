# Sources that are always empty are evaluated all the same.
def f(x):
    print("side", x)
    return []
s = set()
s.update(f(1))
l = []
l.extend(f(2))
l += f(3)
l[0:0] = f(4)
print(s, l)
for i, x in enumerate(f(5)):
    print(i)
for a, b in zip(f(6), f(7)):
    print(a)
while f(8):
    pass
l.index(3) if f(9) else 0
m = [1]
m[0:1] = f(10)
m += f(11)
m.extend(f(12))
print(m)


def g(x):
    print("generator", x)
    return
    yield x


print(list(f(1)), list(g(2)), tuple(f(3)), set(g(4)), sorted(f(5)), sum(g(6)), list(map(str, g(7))))
print([x for x in f(1)], {x for x in g(2)}, dict.fromkeys(f(3)), any(g(4)), max(f(5), default=3))
print("".join(f(1)), list(zip(f(2), [1])), list(reversed(f(3))), list(enumerate(g(4))), list(filter(None, f(5))))
print(min(g(1), default=0), all(f(2)), [*f(3)], (*g(4),), next(g(5), "none"), f(6) == [], 1 in f(7))
