# Weighted, geometric and harmonic means, and a median between the bounds of groups.
from fractions import Fraction
import statistics
from statistics import StatisticsError, fmean, geometric_mean, harmonic_mean, median_grouped

print(fmean([3.5, 4.0, 5.25]), fmean([85, 92, 83, 91], [0.20, 0.20, 0.30, 0.30]), fmean(n * n for n in (1, 2)))
print(round(geometric_mean([54, 24, 36]), 9))
print(harmonic_mean([40, 60]), harmonic_mean([40, 60], weights=[5, 30]), harmonic_mean([10, 0]), harmonic_mean([7]))
print(harmonic_mean([2.5, 3, 10]), harmonic_mean([Fraction(1, 2), Fraction(1, 3)]))
print(median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]), statistics.median_grouped([3.5, 4], interval=2))
wrong = [
    lambda: fmean([]),
    lambda: fmean([1], [0]),
    lambda: fmean([1], [1, 2]),
    lambda: geometric_mean([1, 0]),
    lambda: harmonic_mean([-1, 2]),
]
for call in wrong:
    try:
        call()
    except StatisticsError as error:
        print(error)
