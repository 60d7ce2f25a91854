# sys.exc_info tells what the handler around it handles.
import sys
try:
    1 / 0
except ZeroDivisionError:
    t, v, tb = sys.exc_info()
    print(t, v, t.__name__, tb is not None)
    print(sys.exc_info()[0] is ZeroDivisionError, sys.exc_info()[1])


def f():
    try:
        int("x")
    except Exception:
        error = sys.exc_info()[1]
        print(type(error).__name__, error)
        return sys.exc_info()[0].__name__


print(f())


def run(f):
    try:
        f()
    except:
        kind, value, _ = sys.exc_info()
        return kind.__name__, str(value)


print(run(lambda: 1 / 0), run(lambda: [][0]), run(lambda: {}["k"]))
try:
    raise ValueError("a", 1)
except (ValueError, TypeError) as error:
    print(sys.exc_info()[:2], sys.exc_info()[1] is error)
    try:
        int("x")
    except ValueError:
        print(sys.exc_info()[1])
    print(sys.exc_info()[1])
