from calendar import _month_size, weekday


def timegm(tuple):
    year, month, day, hour, minute, second = tuple[:6]
    weekday(year, month, 1)
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400 - 719163 + day
    for earlier in range(1, month):
        days += _month_size(year, earlier)
    return ((days * 24 + hour) * 60 + minute) * 60 + second
