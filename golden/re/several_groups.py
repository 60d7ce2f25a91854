# Several groups of a match at once.
import re

LINE = re.compile(r"(?P<day>\d+)-(?P<month>\d+)-(\d+) (\w+):(\w+) ?(\w*)")
m = LINE.match("01-02-2024 ten:eleven")
print(m.group(1, 2), m.group("day", "month", 3))
day, month, year, a = m.group(1, 2, 3, 4)
print(day, month, year, a)
print(m.group(1, 2, 3, 4, 5), m.group(1, 1, "day", 4, 5, 6))
try:
    m.group(1, 2, 3, 9)
except IndexError as error:
    print(error)
b = re.match(rb"(a)(b)(c)(d)?", b"abc")
print(b.group(1, 2, 3, 4))
