# The most frequent values, medians that are values of the data, and cut points.
import statistics
from statistics import StatisticsError, mode, quantiles

print(mode([1, 1, 2]), mode("banana"), statistics.multimode("aabbc"), statistics.multimode([]))
print(statistics.median_low([1, 3, 5, 7]), statistics.median_high([1, 3, 5, 7]))
print(quantiles([1, 2, 3, 4, 5]), quantiles([1.5, 2.5, 10], n=3, method="inclusive"))
for wrong in (lambda: mode([]), lambda: quantiles([1]), lambda: quantiles([1, 2], n=0)):
    try:
        wrong()
    except StatisticsError as error:
        print(error)
