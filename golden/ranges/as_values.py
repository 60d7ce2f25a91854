# Ranges are values: they can be stored, passed, and iterated again.
r = range(3)
print(list(r), list(r), [x * 2 for x in r])


def total(items):
    t = 0
    for x in items:
        t += x
    return t


print(total(r), total([1, 2]), total(range(1, 4)), total((5,)))
evens, odds = range(0, 6, 2), range(1, 6, 2)
print(list(zip(evens, odds)), [*evens, *odds])
print(range(10)[3:7], list(range(10)[::-3]), bool(range(0)), isinstance(r, range))
a, b, c = range(3)
print(a, b, c, tuple(range(2)), set(range(2)) == {0, 1})
print(list(reversed(range(1, 8, 3))), list(enumerate(range(5, 7))))
