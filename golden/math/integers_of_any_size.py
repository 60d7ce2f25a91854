# `gcd` and `lcm` take any number of integers of any size, `hypot` any number of coordinates.
import math

n = 2**80
print(math.gcd(n, 48), math.gcd(), math.gcd(12), math.gcd(12, 18, 24), math.gcd(*[4, 6]))
print(math.lcm(10**12, 10**12 - 1, n), math.lcm(1, 2, 3, 4), math.lcm(*range(1, 11)), math.lcm())
print(math.isqrt(n), math.isqrt(10**40), math.isqrt(99))
print(math.hypot(1, 2, 3), math.hypot(*[3.0, 4.0]), math.dist([1, 2], (4, 6)))
try:
    math.dist([1], [1, 2])
except ValueError as error:
    print(error)
