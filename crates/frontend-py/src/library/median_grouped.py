def median_grouped(data, interval=1.0):
    from bisect import bisect_left, bisect_right
    from statistics import StatisticsError

    values = sorted(data)
    n = len(values)
    if not n:
        raise StatisticsError("no median for empty data")
    middle = values[n // 2]
    below = bisect_left(values, middle)
    beyond = bisect_right(values, middle, lo=below)
    width = float(interval)
    lowest = float(middle) - width / 2.0
    return lowest + width * (n / 2 - below) / (beyond - below)
