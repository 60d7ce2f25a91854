# NormalDist: density, shares and quantiles of a normal distribution, and its arithmetic.
from statistics import NormalDist, StatisticsError

heights = NormalDist(mu=178, sigma=7.5)
print(heights, heights.mean, heights.stdev, heights.variance)
print(heights.pdf(180), heights.cdf(190), heights.inv_cdf(0.9), heights.zscore(190), heights.quantiles())
print(heights.overlap(NormalDist(166, 6.5)), heights.samples(2, seed=42))
print(heights + 2, 3 - heights, heights / 2.54, 2 * heights, -heights, heights - NormalDist(166, 6.5))
print(NormalDist.from_samples([1.5, 2.5, 3.25]), heights == NormalDist(178.0, 7.5), NormalDist() in {NormalDist(0, 1)})
print([NormalDist().inv_cdf(p) for p in (1e-20, 1e-6, 0.02, 0.5, 0.99)])
try:
    NormalDist(0, -1)
except StatisticsError as error:
    print(error)
