# What stands in a tuple after % may be of several types, and None: each is formatted as what it is.
def describe(value):
    if not isinstance(value, int) or value <= 0:
        return "needed a positive int, got %r" % (value,)
    return "fine: %d and %5s" % (value, value)


for candidate in (1, 0, "x", 2.5, None):
    print(describe(candidate))


def number(value):
    try:
        return "%d" % (value,)
    except TypeError as error:
        return str(error)


for candidate in (7, 7.9, "x", None):
    print(number(candidate))
