# A list that is spread out is not lent.
def total(*xs):
    return sum(xs), xs


a = [1, 2]
print(total(*a), a)


def keep(*xs):
    ys = list(xs)
    ys.append(0)
    return ys


print(keep(*a), a)
