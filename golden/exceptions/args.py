# What an exception was called with.
class Invalid(Exception):
    pass


class Several(Exception):
    pass


try:
    raise ValueError("bad", "worse")
except ValueError as error:
    print(error.args, len(error.args), error.args[0], ", ".join(error.args))
try:
    int("x")
except ValueError as error:
    print(error.args)
try:
    raise KeyError
except KeyError as error:
    print(error.args, not error.args)
try:
    raise Invalid("own", 2)
except Invalid as error:
    print(error.args, error)
for n in range(3):
    try:
        if n == 0:
            raise Several
        if n == 1:
            raise Several("a")
        raise Several("a", 1)
    except Several as error:
        print(str(error), repr(error), error)
try:
    raise Several("x", 2)
except Exception as error:
    print(str(error), repr(error))
