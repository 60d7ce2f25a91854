# *args takes the rest of the positional arguments, **kwargs that of the named ones.
def total(*numbers):
    result = 0
    for n in numbers:
        result += n
    return result


print(total(), total(1), total(1, 2, 3), total(*[4, 5]), total(*range(4)))


def show(first, *rest, sep="-"):
    return sep.join([str(first)] + [str(r) for r in rest])


print(show(1), show(1, 2, 3), show("a", "b", sep="+"), show(*"xyz"))


def options(**kw):
    return sorted(kw.items())


print(options(), options(b=1, a=2), options(**{"k": 3}))


def both(*args, **kwargs):
    return len(args), args, kwargs


print(both(1, 2, x=3), both())


def pair(a, b):
    return a - b


print(pair(*(5, 3)), pair(**{"b": 1, "a": 9}))
