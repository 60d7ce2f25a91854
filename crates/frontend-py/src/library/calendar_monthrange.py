from calendar import IllegalMonthError, _month_size, weekday


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), _month_size(year, month)
