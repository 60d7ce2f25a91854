# Causes, contexts and notes hang on the exception, an object of the program included.
class AppError(Exception):
    pass


try:
    try:
        raise KeyError("k")
    except KeyError as e:
        raise AppError("wrapped") from e
except AppError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
    print(e.__cause__ is e.__context__)
try:
    try:
        raise KeyError("k")
    except KeyError:
        raise AppError from None
except AppError as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("second")
except ValueError as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)
e = ValueError("unraised")
print(e.__cause__, e.__context__)


def parse(text):
    try:
        return int(text)
    except ValueError as e:
        raise TypeError(f"cannot parse {text!r}") from e


def chain(error):
    names = []
    while error is not None:
        names.append(type(error).__name__)
        error = error.__cause__ or error.__context__
    return names


try:
    try:
        parse("x")
    except TypeError:
        raise AppError("outer")
except AppError as e:
    print(chain(e))

# Notes are texts in order; they are printed below the last line of an uncaught exception.
for error in (AppError("noted"), ValueError("noted")):
    error.add_note("one")
    try:
        error.add_note("two")
        raise error
    except (AppError, ValueError) as e:
        print(e, e.__notes__)
try:
    print(ValueError().__notes__)
except AttributeError as e:
    print(e)
