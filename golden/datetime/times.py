# Points in time: a date with a time of day, read and written in many formats.
import datetime
from datetime import datetime as dt, timedelta, date
noon = dt(2024, 1, 15, 10, 30)
print(noon, repr(noon), noon + timedelta(hours=20), noon.date(), noon.isoformat(), noon.strftime("%Y-%m-%d %H:%M:%S %p %I"))
print(dt.strptime("2024-03-05 07:08", "%Y-%m-%d %H:%M"), dt.strptime("5 Mar 2024", "%d %b %Y"))
for text in ("2024-13-01", "2024-01-01x", "x"):
    try:
        print(dt.strptime(text, "%Y-%m-%d"))
    except ValueError as error:
        print(error)
print(noon - dt(2024, 1, 1), (noon - dt(2024, 1, 1)).total_seconds(), noon > dt(2023, 1, 1), noon.replace(hour=0, minute=0))
print(isinstance(noon, date), type(noon), type(noon.date()), noon.weekday(), noon == dt(2024, 1, 15, 10, 30), noon.year, noon.minute)
print(datetime.datetime(2020, 2, 29).isoformat(), datetime.date(2020, 2, 29), datetime.timedelta(days=2), datetime.MAXYEAR)
class Event:
    def __init__(self, name: str, at: dt) -> None:
        self.name, self.at = name, at
    def __repr__(self) -> str:
        return f"{self.name}@{self.at:%H:%M}"
events = [Event("b", noon), Event("a", noon - timedelta(minutes=45))]
events.sort(key=lambda event: event.at)
print(events)
try:
    dt(2024, 1, 1, 25)
except ValueError as error:
    print(error)
print(dt.fromisoformat("2024-01-15T10:30:00") == noon, date(2024, 1, 15) == noon.date())
print(dt.now() > noon, date.today() > date(2024, 1, 1))
try:
    print(date(2024, 1, 1) < noon)
except TypeError as error:
    print(error)
