def mode(data):
    from collections import Counter
    from statistics import StatisticsError

    counts = Counter(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return counts.most_common(1)[0][0]
