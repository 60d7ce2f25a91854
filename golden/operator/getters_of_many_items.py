# Getters of as many items as the run says, and entries whose values are objects of a class derived from dict, which have no order.
import operator
from operator import itemgetter


def order_by(rows, *names, desc=False):
    return sorted(rows, key=itemgetter(*names), reverse=desc)


rows = [{"n": "b", "a": 2}, {"n": "a", "a": 2}, {"n": "c", "a": 1}]
print(order_by(rows, "n"))
print([r["n"] for r in order_by(rows, "a", "n", desc=True)])
pick = operator.itemgetter(*[2, 0])
print(pick("abc"), itemgetter(1)("xyz"), operator.itemgetter(*range(1))("q"))
try:
    order_by(rows)
except TypeError as error:
    print(error)


class Row(dict):
    pass


named = {"b": [Row(a=1)], "a": [Row(a=2), Row()]}
for k, g in sorted(named.items()):
    print(k, g)
pairs = [(2, Row(x=1)), (1, Row(y=2))]
print(sorted(pairs), max(pairs))
try:
    sorted([(1, Row(x=1)), (1, Row(y=2))])
except TypeError as e:
    print(e)
