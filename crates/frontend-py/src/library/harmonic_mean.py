def harmonic_mean(data, weights=None):
    from statistics import StatisticsError, _sums_ratio

    values = list(data)
    if not values:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is None:
        if len(values) == 1:
            if values[0] < 0:
                raise StatisticsError("harmonic mean does not support negative values")
            return values[0]
        parts = [1] * len(values)
    else:
        parts = list(weights)
        if len(parts) != len(values):
            raise StatisticsError("Number of weights does not match data size")
        for part in parts:
            if part < 0:
                raise StatisticsError("harmonic mean does not support negative values")
    shares = []
    for value, part in zip(values, parts):
        if value < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        if part and not value:
            return 0
        if part:
            shares.append(part / value)
    return _sums_ratio(parts, shares)
