# `type(x) is C` is true of no class derived from `C`.
from collections import Counter, OrderedDict


class Names(list):
    pass


def kind(value):
    if type(value) is dict:
        return "dict"
    if type(value) is list:
        return "list"
    if type(value) is int:
        return "int"
    if type(value) is object:
        return "object"
    return type(value).__name__


print(kind({1: 2}), kind(Counter("ab")), kind(OrderedDict()), kind([]), kind(Names()), kind(1), kind(True))
