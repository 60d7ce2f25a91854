# A bare `raise` raises what is being handled, also in a function that the handler calls; that is the context of what such
# a function raises.
def again():
    raise


def fails():
    raise KeyError("inner")


try:
    try:
        raise ValueError("v")
    except ValueError:
        again()
except ValueError as e:
    print("re", e)
try:
    again()
except RuntimeError as e:
    print(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        fails()
except KeyError as e:
    print(repr(e.__context__))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        {}["q"]
except KeyError as e:
    print(repr(e.__context__))
try:
    fails()
except KeyError as e:
    print(e.__context__)
