# `from module import *` gives the names that the module offers; a later definition of one of them is the one that counts.
from math import *
from typing import *
from collections import *
from itertools import *


def first(items: List[int]) -> Optional[int]:
    return items[0] if items else None


def gcd(a, b):
    return "our own"


print(sqrt(16), floor(pi), first([3, 4]), first([]), gcd(4, 6))
print(Counter("abca").most_common(1), deque([1, 2], maxlen=1), list(chain("ab", [1])), list(islice(count(2), 3)))
