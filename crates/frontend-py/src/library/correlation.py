def correlation(x, y, /):
    from math import fsum, sqrt
    from statistics import StatisticsError

    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("correlation requires at least two data points")
    x_mean = fsum(x) / n
    y_mean = fsum(y) / n
    both = fsum((a - x_mean) * (b - y_mean) for a, b in zip(x, y))
    of_x = fsum((a - x_mean) * (a - x_mean) for a in x)
    of_y = fsum((b - y_mean) * (b - y_mean) for b in y)
    spread = sqrt(of_x * of_y)
    if spread == 0.0:
        raise StatisticsError("at least one of the inputs is constant")
    return both / spread
