from calendar import _month_size


def weekday(year, month, day):
    if not 1 <= year <= 9999:
        year = 2000 + year % 400
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _month_size(year, month):
        raise ValueError("day is out of range for month")
    before = year - 1
    total = before * 365 + before // 4 - before // 100 + before // 400
    for earlier in range(1, month):
        total += _month_size(year, earlier)
    return (total + day - 1) % 7
