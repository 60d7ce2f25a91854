from statistics import LinearRegression


def linear_regression(x, y, /, *, proportional=False):
    from math import fsum
    from statistics import StatisticsError

    n = len(x)
    if len(y) != n:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("linear regression requires at least two data points")
    x_mean = 0.0 if proportional else fsum(x) / n
    y_mean = 0.0 if proportional else fsum(y) / n
    if proportional:
        both = fsum(a * b for a, b in zip(x, y))
        of_x = fsum(a * a for a in x)
    else:
        both = fsum((a - x_mean) * (b - y_mean) for a, b in zip(x, y))
        of_x = fsum((a - x_mean) * (a - x_mean) for a in x)
    if of_x == 0.0:
        raise StatisticsError("x is constant")
    slope = both / of_x
    return LinearRegression(slope, 0.0 if proportional else y_mean - slope * x_mean)
