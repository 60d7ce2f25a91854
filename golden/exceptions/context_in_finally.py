# What `finally` raises has the exception on its way as its context.
def late():
    raise KeyError("late")


def both():
    try:
        raise ValueError("early")
    finally:
        late()


try:
    both()
except KeyError as error:
    print(repr(error.__context__), error.__cause__)

try:
    try:
        raise ValueError("first")
    finally:
        try:
            raise TypeError("handled")
        except TypeError as error:
            print(repr(error.__context__))
except ValueError as error:
    print(error, error.__context__)

try:
    try:
        print("no exception")
    finally:
        raise OSError("alone")
except OSError as error:
    print(error.__context__)
