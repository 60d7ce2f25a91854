# Names of the module `builtins` are those that Python has anyway.
import builtins
from builtins import range, int, object
import math


class A(object):
    def show(self):
        builtins.print("A", builtins.len([1, 2]), builtins.max(3, 4))


def total(n):
    return builtins.sum(range(int(n)))


A().show()
print(total("5"), math.floor(2.5))
