# The class of a caught exception, and the one that `__exit__` is told of.
class AppError(Exception):
    pass


class Sub(AppError):
    pass


class Guard:
    def __init__(self, *ignored):
        self.ignored = ignored
        self.log = []
    def __enter__(self):
        return self
    def __exit__(self, kind, value, tb):
        if kind is None:
            print("clean")
            return False
        print(kind.__name__, value, kind is ValueError, kind == AppError, kind is not None, tb is not None)
        if issubclass(kind, AppError):
            return True
        if kind is KeyError:
            return True
        return issubclass(kind, (ValueError, ArithmeticError))


with Guard():
    pass
for e in (AppError("a"), Sub("s"), KeyError("k"), ValueError("v")):
    with Guard():
        raise e
with Guard():
    1 / 0
try:
    with Guard():
        [][1]
except IndexError as e:
    print("out", e)


class Timer:
    def __enter__(self):
        return self
    def __exit__(self, exc_type, exc_val, exc_tb):
        if exc_type:
            print(f"failed with {exc_type.__name__}: {exc_val}")
        return exc_type is not None and issubclass(exc_type, OSError)


with Timer():
    raise FileNotFoundError(2, "none")
try:
    with Timer():
        raise TypeError("tt")
except TypeError as e:
    print(type(e), type(e) is TypeError, type(e).__name__)
try:
    raise Sub("q")
except Exception as e:
    print(type(e).__name__, type(e) is Sub, type(e) == Sub, e.__class__.__name__)
try:
    int("q")
except Exception as e:
    print(type(e))
for f in (lambda: int("x"), lambda: {}["k"], lambda: 1 / 0):
    try:
        f()
    except Exception as e:
        t = type(e)
        print(t.__name__, t, t is ValueError, t == KeyError, issubclass(t, ArithmeticError), e.__class__ is ZeroDivisionError)
        if type(e) in (ValueError, KeyError):
            print("in tuple")
        if type(e) != ValueError:
            print("not value")
