# `error.args = ...` changes what an exception says, here and where it is caught once more.
def parse(text):
    try:
        return int(text)
    except ValueError as error:
        error.args = (f"in {text!r}: {error.args[0]}",)
        raise


def ratio(x, y):
    try:
        return float(x) / float(y)
    except (ValueError, ZeroDivisionError) as error:
        error.args = ("got {}, {}".format(x, y), 7)
        raise


try:
    parse("two")
except ValueError as error:
    print(error, repr(error))
for x, y in [("pi", "e"), ("1", "0"), ("4", "2")]:
    try:
        print(ratio(x, y))
    except ValueError as error:
        print("value", error, error.args[1:])
    except ArithmeticError as error:
        print("arithmetic", error.args[0], len(error.args))
for key in range(2):
    try:
        {}[key]
    except KeyError as error:
        error.args = (f"no {error.args[0]}",)
        print(error, error.args)
error = RuntimeError("once")
error.args = ()
print(repr(error), str(error) == "")
