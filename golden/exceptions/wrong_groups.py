# What a group is made of is looked at: a sequence, not empty, of exceptions, in an ExceptionGroup only those of Exception.
class Errors(ExceptionGroup):
    pass


for make in (
    lambda: ExceptionGroup("a set", {ValueError(1)}),
    lambda: ExceptionGroup("none", []),
    lambda: ExceptionGroup("base", [KeyboardInterrupt()]),
    lambda: Errors("base", [ValueError(2), KeyboardInterrupt()]),
):
    try:
        print(repr(make()))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
