# What is assigned to sys.stdout may get a name in the same statement.
import io
import sys


def printed(function, *args):
    terminal = sys.stdout
    sys.stdout = caught = io.StringIO()
    try:
        function(*args)
    finally:
        sys.stdout = terminal
    return caught.getvalue()


print(repr(printed(print, "a", 1)))
out = sys.stdout = io.StringIO()
print("hidden")
sys.stdout = sys.__stdout__
print(out.getvalue().strip())
