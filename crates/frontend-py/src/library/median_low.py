def median_low(data):
    from statistics import StatisticsError

    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[(len(values) - 1) // 2]
