# is compares objects, == compares values.
a = [1, 2]
b = a
c = [1, 2]
print(a is b, a is c, a == c, a is not c)
b.append(3)
print(a, a == c)
print(None is None, True is True, a is None)


class Thing:
    pass


t = Thing()
u = t
print(t is u, t is Thing(), t == u, t != Thing())


def first_missing(items):
    for item in items:
        if item is None:
            return True
    return False


print(first_missing([1, None]), first_missing(["a"]))
