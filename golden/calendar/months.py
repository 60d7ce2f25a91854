# calendar knows leap years, the days of months and on which weekday they fall.
import calendar
from calendar import isleap, monthrange

print([year for year in range(1896, 1910) if isleap(year)], calendar.isleap(2000), calendar.leapdays(1900, 2021))
print(monthrange(2024, 2), calendar.monthrange(1, 1), calendar.weekday(2024, 2, 29), calendar.weekday(12345, 1, 1))
print(calendar.month_name[3], calendar.day_abbr[calendar.SUNDAY], list(calendar.day_name), calendar.month_abbr[1:4])
print(len(calendar.month_name), "May" in calendar.month_name, [name[0] for name in calendar.month_abbr if name])
print(calendar.timegm((2024, 2, 29, 12, 30, 5)), calendar.timegm((1969, 12, 31, 0, 0, 0, 0)))

for year, month, day in [(2023, 2, 29), (2024, 13, 1)]:
    try:
        calendar.weekday(year, month, day)
    except ValueError as error:
        print(error)
try:
    calendar.monthrange(2024, 13)
except calendar.IllegalMonthError as error:
    print(error, error.month, repr(error))

weeks = calendar.Calendar(firstweekday=6)
print(weeks.monthdayscalendar(2024, 2), list(weeks.iterweekdays()))
print(list(weeks.itermonthdays2(2023, 10))[:3], list(weeks.itermonthdays3(2023, 12))[-8:])
print(list(weeks.itermonthdates(2023, 1))[0], weeks.monthdatescalendar(2023, 12)[-1][-1])
