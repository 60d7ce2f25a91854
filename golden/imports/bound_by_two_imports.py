# A name that two imports bind to functions of two modules, read by an inner function.
from math import floor as r
from math import ceil as r
def g():
    return r(2.5)
print(g())
if g() > 2:
    from math import floor as r
print(g())
