def multimode(data):
    from collections import Counter

    counts = Counter(data)
    highest = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == highest]
