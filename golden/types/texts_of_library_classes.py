# The texts of classes, functions and methods of the library.
import itertools
import math
import typing
from collections import Counter, OrderedDict, defaultdict, deque
from decimal import Decimal
from fractions import Fraction

for kind in (Counter, Fraction, Decimal, OrderedDict, defaultdict, deque, property, bytearray, len, math.sqrt):
    print(kind)
print(str.upper, list.append, int, typing.List, typing.Any)
print(itertools.chain, f"{max}", repr(int.bit_length), math.floor)
