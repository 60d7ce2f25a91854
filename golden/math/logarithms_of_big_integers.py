# Logarithms take integers that no float holds.
import math


def digits(n):
    return math.floor(math.log10(n)) + 1


for exponent in [1, 100, 400, 1000, 10000]:
    power = 10**exponent
    print(math.log10(power), math.log(power), math.log2(power), math.log(power, 10), math.log(power, 2.0))

print(digits(math.factorial(500)), math.log(math.factorial(500)))

try:
    math.log(-(10**400))
except ValueError as error:
    print(error)
