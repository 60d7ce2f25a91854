# A generator looks at its list when it runs.
def each(xs):
    for x in xs:
        yield x * 2


a = [1, 2]
g = each(a)
a.append(3)
print(next(g), list(g), a)
