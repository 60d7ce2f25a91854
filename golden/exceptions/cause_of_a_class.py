# The cause may be a class, which is called without arguments; what is none raises a TypeError of its own.
class Broken(Exception):
    pass


class Odd(Exception):
    def __init__(self):
        raise RuntimeError("no cause")


for cause in ("own", "builtin", "odd", "number"):
    try:
        if cause == "own":
            raise IndexError("i") from Broken
        if cause == "builtin":
            raise IndexError("i") from KeyError
        if cause == "odd":
            raise IndexError("i") from Odd
        raise IndexError("i") from 5
    except IndexError as error:
        print(repr(error.__cause__))
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
