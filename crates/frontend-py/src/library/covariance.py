def covariance(x, y, /):
    from math import fsum
    from statistics import StatisticsError

    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("covariance requires at least two data points")
    x_mean = fsum(x) / n
    y_mean = fsum(y) / n
    return fsum((a - x_mean) * (b - y_mean) for a, b in zip(x, y)) / (n - 1)
