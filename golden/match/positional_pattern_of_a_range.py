# The class `range` has no positional pattern: it is refused, since it would raise TypeError.
def first(value):
    match value:
        case range(stop):  # error: PT0205
            return stop


print(first(range(3)))
