# A bare `raise` in `finally` raises what is on its way, not what the handler around it handles.
def replaced():
    try:
        raise TypeError("first")
    except TypeError:
        try:
            raise KeyError("second")
        finally:
            print("cleaned up")
            raise


def same():
    try:
        raise ValueError("only")
    finally:
        raise


def none():
    try:
        print("nothing raised")
    finally:
        raise


for function in (replaced, same, none):
    try:
        function()
    except Exception as error:
        print(repr(error), repr(error.__context__))
