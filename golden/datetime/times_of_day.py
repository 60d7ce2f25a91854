# `time` is a time of day; with a date it makes a `datetime`.
from datetime import date, datetime, time, timedelta

opens, closes = time(9), time(17, 30)
print(opens, repr(closes), closes.isoformat("minutes"), time(1, 2, 3, 4), time.fromisoformat("04:05:06"))
print(opens < time(9, 0, 1) < closes, opens == time(9, 0), opens.replace(hour=8), f"{closes:%I:%M %p}")
print(datetime.combine(date(2024, 2, 29), opens), datetime(2024, 2, 29, 13, 5).time(), time.max)
print({time(9): "open"}[opens], sorted([closes, opens])[0].hour)
try:
    time(25)
except ValueError as e:
    print(e)

print(datetime.max, datetime(2024, 2, 29).timetuple().tm_yday, divmod(timedelta(hours=5), timedelta(hours=2)))
print(datetime(2024, 2, 29, 13).strftime("%c, week %U"), date.fromisocalendar(2024, 9, 4))
