# `%`, `format` and f-strings show whatever there is: views, deques, matches, long tuples.
import re
import time
from collections import deque

prices = {"tea": 3, "milk": 2}
print("%s %r" % (prices.keys(), prices.values()), "{}".format(prices.items()))


def order(**extras):
    if extras:
        raise TypeError("unexpected keyword arguments: %r" % extras.keys())
    return "tea"


try:
    order(sugar=2)
except TypeError as error:
    print(error)

queue = deque([1, 2], maxlen=4)
print("%s" % queue, f"{queue}", "{!r}".format(queue))
print("%s" % re.match("(a)b", "abc"), f"{re.compile('a+')}")
print("%r" % slice(1, None, 2))
week = ("mo", "tu", "we", "th", "fr", "sa", "su")
print("%s" % (week,), f"{week}")
print(f"{time.gmtime(0)}")

try:
    print(f"{queue:>20}")
except TypeError as error:
    print(error)
