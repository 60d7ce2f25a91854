# `except*` catches what is in groups, not groups by their own name: TypeError, if something was raised.
def handled(error):
    try:
        if error:
            raise error
    except* ExceptionGroup as group:
        print("never", group)
    else:
        print("nothing raised")


handled(None)
for error in (OSError("late"), ExceptionGroup("several", [ValueError(1)])):
    try:
        handled(error)
    except TypeError as complaint:
        print(complaint)
try:
    try:
        raise ValueError(2)
    except* (KeyError, BaseExceptionGroup):
        print("never")
except TypeError as complaint:
    print(complaint)
