# A deque keeps no more than its length, which is not negative.
from collections import deque


def kept(items, n):
    return deque(items, n)


for n in (2, 0, -1):
    try:
        print(kept([1, 2, 3], n))
    except ValueError as error:
        print(error)
try:
    deque(maxlen=-5)
except ValueError as error:
    print(error)
print(deque("abc", maxlen=2), deque([1]))
