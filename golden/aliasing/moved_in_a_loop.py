# A list that is handed on in each round.
def wrap(xs):
    ys = xs
    for i in range(3):
        ys = step(ys, i)
    return ys


def step(xs, i):
    xs.append(i)
    return xs


a = [9]
b = wrap(a)
print(a, b, a is b)
