def median_high(data):
    from statistics import StatisticsError

    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[len(values) // 2]
