# `print_exc` writes the exception being handled to standard error.
import sys
import traceback
from traceback import print_exc


def ratio(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        print("cannot divide")
        traceback.print_exc()
        return None


print(ratio(6, 3), ratio(1, 0))


class Broken(Exception):
    pass


def report():
    print_exc()


try:
    raise Broken("down", 2)
except Broken:
    report()
print("done", file=sys.stderr)
