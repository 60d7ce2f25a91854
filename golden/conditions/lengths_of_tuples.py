# What a length says of tuples whose lengths are known: of arguments most of all.
def area(*dims):
    if len(dims) == 1:
        return dims[0] ** 2
    elif len(dims) == 2:
        return dims[0] * dims[1]
    return None
print(area(2), area(2, 3), area(), area(1, 2, 3))
class V:
    def __init__(self, *xs):
        if len(xs) == 1 and isinstance(xs[0], (list, tuple)):
            self.xs = list(xs[0])
        else:
            self.xs = list(xs)
print(V(1, 2).xs, V([1, 2]).xs, V((3, 4)).xs, V(5).xs, V().xs)
def show(t):
    if len(t) != 2:
        return "no pair"
    a, b = t
    return f"{a}-{b}"
print(show((1, 2)), show((1,)), show([3, 4]), [show(t) for t in [(1, 2), (1, 2, 3)]])
def f(*args):
    assert len(args) < 3, "too many"
    return args[0] if len(args) > 0 else "none"
print(f(), f(1), f("a", 2))
try:
    f(1, 2, 3)
except AssertionError as e:
    print(e)
def g(x, *rest):
    return x if not rest else x + sum(rest) if len(rest) >= 2 else -x
print(g(1), g(1, 2), g(1, 2, 3))
