# `+=` on a parameter changes the caller's list.
def extend(xs, ys):
    xs += ys
    return len(xs)


a = [1]
print(extend(a, [2, 3]), a)
print(extend(a, a), a)
