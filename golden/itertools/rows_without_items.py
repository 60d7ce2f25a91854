# `chain.from_iterable` of what has no items raises where it is asked for the first.
from itertools import chain

try:
    print(list(chain.from_iterable([2, 3])))
except TypeError as error:
    print(error)
