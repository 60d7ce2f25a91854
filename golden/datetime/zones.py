# A `datetime` with a `tzinfo` is a moment: it is equal to, and less than, others in any zone.
from datetime import UTC, datetime, timedelta, timezone

india = timezone(timedelta(hours=5, minutes=30))
new_york = timezone(timedelta(hours=-5), "EST")
noon = datetime(2024, 1, 2, 12, tzinfo=UTC)
print(noon, repr(noon), noon.tzinfo, india, repr(new_york))
for zone in (india, new_york):
    there = noon.astimezone(zone)
    print(there, there == noon, there.strftime("%H:%M %z %Z"), there.utcoffset())

# Moments and times of day without a zone have no order.
try:
    print(noon < datetime(2024, 1, 2))
except TypeError as e:
    print(e)
try:
    print(noon - datetime(2024, 1, 2))
except TypeError as e:
    print(e)
print(noon == datetime(2024, 1, 2, 12), noon.replace(tzinfo=None) == datetime(2024, 1, 2, 12))

# Read and written.
print(datetime.fromisoformat("2024-03-04T05:06:07+02:00").astimezone(UTC))
print(datetime.strptime("04/Jul/2024:10:00:00 -0700", "%d/%b/%Y:%H:%M:%S %z"))
print(datetime.fromtimestamp(86400, UTC), noon.timestamp(), noon.isoformat())
