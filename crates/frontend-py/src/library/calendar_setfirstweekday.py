from calendar import IllegalWeekdayError, _default


def setfirstweekday(firstweekday):
    if not 0 <= firstweekday <= 6:
        raise IllegalWeekdayError(firstweekday)
    _default.firstweekday = firstweekday
