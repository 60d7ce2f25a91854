# An error that is kept and raised elsewhere tells both ways.
saved = None


def fail(n):
    raise ValueError(n)


def keep():
    global saved
    try:
        fail(3)
    except ValueError as e:
        saved = e


def later():
    raise saved


keep()
later()
