# Real numbers by distribution.
from random import seed, uniform, gauss, normalvariate, expovariate, triangular, betavariate, gammavariate

seed(12)
print(f"{uniform(1, 10):.12f} {uniform(-1.5, 0):.12f}")
print(f"{gauss(0, 1):.12f} {gauss(0, 1):.12f} {gauss(10, 0.5):.12f}")
print(f"{normalvariate(5, 2):.12f} {expovariate(1.5):.12f}")
print(f"{triangular(0, 10, 5):.12f} {triangular():.12f}")
print(f"{betavariate(2, 3):.12f} {gammavariate(0.5, 1):.12f} {gammavariate(3, 2):.12f}")
