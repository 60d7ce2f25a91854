# Means of numbers of several classes are floats where any of them is one.
import statistics
from statistics import mean, median, stdev, variance
print(mean([1, 2.5]), mean([1, 2, 3]), mean([2.0, 2]), median([3, 1.5, 2]), median([1, 2.0]), median([1, 2.5, 2, 4]))
print(variance([1, 2.5, 4]), stdev([1, 2.5, 7]), statistics.pvariance([1, 1.0]), statistics.pstdev([1, 2.5]))
print(median([1, 2, 3]), statistics.fmean([1, 2.5]))
def stats(xs): return mean(xs), median(xs), statistics.variance(xs)
print(stats([1, 2, 3, 6]), stats([1.5, 2, 3, 6]))
