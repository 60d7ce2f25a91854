def geometric_mean(data):
    from math import exp, log
    from statistics import StatisticsError, fmean

    try:
        return exp(fmean([log(value) for value in data]))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None
