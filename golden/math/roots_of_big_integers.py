# The whole root of an integer of any size, also where what is negative is caught.
import math


def root(n):
    try:
        return math.isqrt(n)
    except ValueError as e:
        return str(e)


print(root(10**30), root(17), root(-(10**30)))
print([math.isqrt(10**30), "x", [1]])
