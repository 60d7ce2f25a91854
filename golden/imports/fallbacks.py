# An import in `try` whose outcome CPython's library decides is decided before the run: the names that moved between modules,
# modules that Python 3 renamed, names that are there since some version.
from __future__ import absolute_import, division, print_function, unicode_literals, with_statement

try:
    from collections import Mapping, Sequence
except ImportError:
    from collections.abc import Mapping, Sequence

try:
    import cPickle as pickle
    from StringIO import StringIO
except ImportError:
    from io import StringIO

try:
    from itertools import izip, imap
except ImportError:
    izip = zip
    imap = map

try:
    from math import gcd
except ImportError:

    def gcd(a, b):
        while b:
            a, b = b, a % b
        return a


try:
    import socket
    has_sockets = True
except (ImportError, OSError):
    has_sockets = False
else:
    print("there are sockets")


def find_cache():
    try:
        from functools import cache_of_everything
    except ModuleNotFoundError:
        return "no module"
    except ImportError:
        return "no name"
    return cache_of_everything


def power(base, exponent):
    try:
        from math import prod as product
    except ImportError:
        return base**exponent
    return product([base] * exponent)


print(isinstance([1], Sequence), isinstance({}, Mapping))
out = StringIO()
out.write("written")
print(out.getvalue(), list(izip("ab", [1, 2])), list(imap(len, ["one", "three"])))
print(gcd(12, 18), has_sockets, find_cache(), power(3, 4), 7 / 2)
