# Variables that are defined by each other, or by themselves, have no value when they are read.
def f(go):
    while go:
        go = False
        a = list(b)
        b = sorted(a)
        return sum(b)


def g(go):
    n = n + 1
    return sum(0.5 for _ in range(n))


try:
    print(f(True))
except UnboundLocalError as e:
    print(e)
try:
    print(g(True))
except UnboundLocalError as e:
    print(e)
