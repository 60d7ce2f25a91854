# So it does where a function appends.
def more(xs, x):
    if len(xs) < 8:
        xs.append(x)


def run(xs):
    n = 0
    for x in xs:
        more(xs, x + 1)
        n += x
    return n


a = [1, 2]
print(run(a), a)
