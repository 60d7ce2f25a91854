# Means and variances of fractions and of decimals are of their class; a mean that is known may be given.
from decimal import Decimal
from fractions import Fraction
from math import inf
import statistics
from statistics import mean, median, pvariance, stdev, variance

shares = [Fraction(1, 6), Fraction(1, 2), Fraction(5, 3)]
prices = [Decimal("27.5"), Decimal("30.25"), Decimal("30.25"), Decimal("34.5"), Decimal("41.75")]
print(mean(shares), median(shares), variance(shares), stdev(shares))
print(mean(prices), median(prices), variance(prices), stdev(prices), median(prices[:4]))
print(statistics.pstdev([Decimal(2), Decimal(2)]), statistics.pstdev([Decimal(1), Decimal(3)]))
data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
middle = mean(data)
print(variance(data, middle), pvariance(data, mu=middle), stdev(data, 2), statistics.pstdev(data, 1))
print(variance([1, 2, 4], 2), variance([1, 2, 4], 2.5), mean([True, False, True, True]))
# One value that is infinite makes the mean so.
print(mean([1.0, inf]), mean([inf, -inf]), variance([1.0, inf]))
print(Decimal("1.25").next_plus(), Decimal(1).next_minus())
