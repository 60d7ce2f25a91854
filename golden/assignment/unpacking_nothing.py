# What never has an item has too few for any names, but for a starred one.
def first_of(items):
    first, *rest = items
    return first, rest


def two_of(items):
    a, b = items
    return a + b


def last_of_empty():
    *rest, y, z = ()
    return rest, y, z


for take in (lambda: first_of([]), lambda: first_of({}), lambda: two_of([]), last_of_empty, lambda: first_of("")):
    try:
        print(take())
    except ValueError as error:
        print(error)
(*rest,) = []
print(rest, first_of([1, 2]), two_of("ab"))
