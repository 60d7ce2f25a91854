# Built-in exceptions form a tree; a base clause catches its children.
def kind(e):
    try:
        raise e
    except ArithmeticError:
        return "arithmetic"
    except LookupError:
        return "lookup"
    except ValueError:
        return "value"
    except OSError:
        return "os"
    except RuntimeError:
        return "runtime"
    except Exception:
        return "exception"


for e in [ZeroDivisionError(), OverflowError(), KeyError(1), IndexError(), UnicodeError(), FileNotFoundError(),
          RecursionError(), NotImplementedError(), TypeError(), StopIteration(), AssertionError(), AttributeError()]:
    print(type(e).__name__, kind(e))
print(issubclass(KeyError, LookupError), issubclass(bool, int), isinstance(ZeroDivisionError(), ArithmeticError))
try:
    raise KeyboardInterrupt
except BaseException as e:
    print(type(e).__name__, isinstance(e, Exception))
