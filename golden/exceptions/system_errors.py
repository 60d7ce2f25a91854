# `OSError(errno, strerror, filename)` is of the class that the number stands for, and shows all three.
import sys


def fail(n):
    if n == 0:
        sys.exit(4)
    if n == 1:
        sys.exit("bye")
    if n == 2:
        sys.exit()
    if n == 3:
        open("/nonexistent/file")
    if n == 4:
        raise OSError(5, "io")
    if n == 5:
        raise OSError("just text")
    raise SystemExit


for i in range(7):
    try:
        fail(i)
    except SystemExit as e:
        print("exit", e.code, e.args)
    except OSError as e:
        print(e.errno, e.strerror, e.filename, e.args, e)
for n in (2, 13, 17, 20, 21, 32, 110, 111, 99):
    try:
        raise OSError(n, "message", "file.txt")
    except OSError as e:
        print(type(e).__name__, e, repr(e), e.errno, e.filename)
try:
    raise ConnectionRefusedError("no")
except OSError as e:
    print(type(e).__name__, e, e.args, e.errno)
