# Means are exact until the last step; of integers they are one where they can be.
import statistics

print(statistics.mean([1, 2, 3]), statistics.mean([1, 2, 3, 4]), statistics.mean([2.5, 3.5]))
print(statistics.mean([0.1] * 10), statistics.fmean([0.1, 0.2, 0.3]), statistics.fmean([1, 2, 4]))
print(statistics.median([3, 1, 2]), statistics.median([4, 1, 3, 2]), statistics.median([1.5, 0.5]))

scores = [82, 91, 77, 64, 95, 88]
print(statistics.mean(scores), statistics.median(scores))
print(statistics.stdev(scores), statistics.pstdev(scores))
print(statistics.variance(scores), statistics.pvariance(scores), statistics.pvariance([1, 3]))

heights = [1.62, 1.75, 1.81, 1.69]
spread = statistics.stdev(heights)  # revealed: float
print(spread, statistics.pstdev(heights), statistics.variance(heights), statistics.pvariance(heights))
print(statistics.mean(x * x for x in range(4)), statistics.stdev([1e-8, 2e-8, 1e8]), statistics.pstdev((5, 5)))

try:
    print(statistics.mean(scores[:0]))
except statistics.StatisticsError as error:
    print(error)
try:
    print(statistics.stdev(heights[:1]))
except ValueError as error:
    print(error)
print(statistics.median(heights[:0]))
