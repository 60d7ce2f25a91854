# A pattern binds its names once all of it matches; they stay where the guard fails.
def first(pair):
    a = "none"
    match pair:
        case (a, 3):
            return "three"
        case [a, *_, 7]:
            return "seven"
    return a


print(first((9, 4)), first((9, 3)), first((1, 2, 3)), first((1, 5, 7)))


def guarded(x):
    match x, x + 1:
        case (a, b) if a > b:
            return 1
        case (1, b):
            return b
    return a


print(guarded(1), guarded(9))


def unbound(pair):
    match pair:
        case (a, 0):
            return a
    try:
        return a
    except UnboundLocalError as error:
        return error


print(unbound((5, 0)), unbound((5, 1)))


def entries(record):
    kind = "?"
    match record:
        case {"kind": kind, "size": 0}:
            return "empty"
        case {"kind": kind, **rest} if rest:
            return kind, rest
    return kind


print(entries({"kind": 1, "size": 2}), entries({"kind": 1}), entries({"kind": 1, "size": 0}))
