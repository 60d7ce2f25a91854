# Several dicts behind double stars, whose keys may not meet.
def f(a, b=2, **kw):
    return a, b, sorted(kw.items())


def g(**kw):
    return sorted(kw.items())


def h(x, y, z=0):
    return x + y + z


d1 = {"a": 1}
d2 = {"b": 5, "c": 7}
print(g(**d1, **d2), g(**d1, z=3), dict(**d1, **d2), {**d1, **d2})
print(h(**{"x": 1, "y": 2}), h(1, **{"y": 5}))
args = {"x": 10, "y": 20}
print(h(**args), h(**args, z=5))
print(f(**d1, **d2))
opts = dict(z=9)
print(h(1, 2, **opts))
try:
    print(h(**{"x": 1, "y": 2, "w": 4}))
except TypeError as e:
    print(e)
try:
    print(g(**d1, **{"a": 3}))
except TypeError as e:
    print(e)
