# What `except*` raises has no context, other than what `except` raises; a program that looks is refused.
try:
    try:  # error: PT0201
        raise ExceptionGroup("several", [ValueError(1)])
    except* ValueError:
        raise KeyError("new")
except ExceptionGroup as group:
    print(repr(group), group.__context__)
