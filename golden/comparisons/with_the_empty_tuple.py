# What is compared with the empty tuple.
assert ('x', 'y') != ()
assert not (('x', 'y') == ())
assert () != ('x', 'y')
assert not (() == ('x', 'y'))


def f(t):
    return t == (), () == t, t != ()


print(f((1, 2)), f(()), f((1,)), () == (), [] == [], (1, 2) == ())
