# What an argument does to a list that an earlier one holds.
def take(xs):
    return xs.pop()


def both(xs, n):
    return len(xs) + n


def at(xs, i):
    return xs[i]


def main():
    a = [0, 1, 2, 1]
    print(both(a, take(a)))
    print(at(a, take(a) - 2), a)
    b = [1, 0, 2, 1]
    print(b[take(b) - 1], b)
    c = [5, 6, 1]
    print(c.index(take(c)) if 1 in c[:-1] else c, c)
    m = [[1, 2], [0, 1]]
    print(m[take(m[1])][take(m[0]) - 2], m)
    d = [3, 1, 2]
    print([d[i] for i in range(len(d) - 1) if take([i]) >= 0], d)


main()
