# Classes and variables may differ in case alone, and a class may be of several shapes.
class N:
    pass


n = N()
n.a = N()
n.a.v = [1]
n.a.v += [2]


def held():
    return n


held().a.v[0] -= 5
print(n.a.v)
